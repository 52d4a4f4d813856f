import { EXAMPLE_IDS, EXAMPLE_KEY, pictureName } from '@shop/shared/contracts'
import { newId, newUser, readStack } from '@shop/shared/testing'
import { PIXEL, json, pictureForm } from '../fixtures/api.ts'
import { linkCode } from '../fixtures/link-code.ts'
import { Visitor, type ShopResponse } from '../fixtures/visitor.ts'
import { exampleBody } from './example-body.ts'
import { EXAMPLE_EMAIL, examplePath, type Located } from './operations.ts'
import { advance, orderKey, pay } from './paid-order.ts'
import { prepareProduct } from './product-subjects.ts'
import { receiptOf, staffFor } from './staff-subjects.ts'

/** What the examples speak of, as it exists in the shop. */
export interface Subjects {
  caller: Visitor
  /** Writes a text with the ids and addresses that exist. */
  real: (text: string) => string
}

type Names = Record<string, string>
/** Sends the example of an operation. */
type Send = (visitor: Visitor, address: string, operationId: string) => Promise<ShopResponse>

const isAfterSale = (path: string) => /sold\/|returns|received|claim/.test(path)

/** Staff need an order for its messages, or for itself. */
const needsOrder = (path: string) => path.includes('{key}') || path.includes('/all/{id}')

/** Creates what the examples need: a seller's product with a picture, and a buyer's cart and order. */
export async function createSubjects(located: Located): Promise<Subjects> {
  const { operation, path } = located
  const user = newUser()
  const seller = await Visitor.of(user)
  const created = await seller.post('/api/products', exampleBody('createProduct'))
  const product = created.body.id
  const images = `/api/products/${product}/images`
  const shown = await seller.sendForm('POST', images, pictureForm())
  const email = `${newId()}@example.com`
  const names: Names = {
    [EXAMPLE_IDS.product]: product,
    [EXAMPLE_IDS.seller]: user.sub,
    [EXAMPLE_IDS.picture]: pictureName(shown.body.imageUrl),
    [EXAMPLE_EMAIL]: email,
  }
  const real = (text: string) =>
    Object.entries(names).reduce((whole, [example, name]) => whole.replaceAll(example, name), text)
  const send: Send = (visitor, address, id) =>
    visitor.post(address, JSON.parse(real(JSON.stringify(exampleBody(id)))))

  const isForStaff = operation['x-access'] === 'admin'
  const staff = isForStaff ? await staffFor(path, names) : null
  if (staff !== null && !needsOrder(path)) return { caller: staff, real }
  if (operation.tags.includes('products')) {
    await prepareProduct(operation.operationId, seller, names)
    return { caller: seller, real }
  }
  const buyer = new Visitor()
  if (operation.operationId === 'createAccount') return { caller: buyer, real }
  await openAccount(operation.operationId, { buyer, send, names, email })
  if (operation.operationId === 'startGuestSession') return { caller: new Visitor(), real }
  await send(buyer, '/api/cart/items', 'changeCartItem')
  const placed = await send(buyer, '/api/orders', 'placeOrder')
  const orderId = placed.body.id
  names[EXAMPLE_IDS.order] = orderId
  names[EXAMPLE_KEY] = await orderKey(orderId, email)
  if (isAfterSale(path)) await advance(path, { buyer, seller, orderId, productId: product })
  if (staff === null) return { caller: path.includes('/sold/') ? seller : buyer, real }
  await pay(buyer, orderId)
  await receiptOf(staff, orderId)
  return { caller: staff, real }
}

interface Opening {
  buyer: Visitor
  send: Send
  names: Names
  email: string
}

/** Creates the buyer's account, with what the examples about accounts need. */
async function openAccount(
  operationId: string,
  { buyer, send, names, email }: Opening,
): Promise<void> {
  const account = await send(buyer, '/api/users/signup', 'createAccount')
  if (operationId === 'verifyEmailAddress')
    names[EXAMPLE_IDS.token] = await linkCode(email, 'verify')
  if (operationId === 'resetPassword') {
    await send(buyer, '/api/users/password/forgot', 'sendPasswordResetLink')
    names[EXAMPLE_IDS.token] = await linkCode(email, 'reset')
  }
  if (operationId === 'getShop') {
    names[EXAMPLE_IDS.user] = account.body.id
    await buyer.put('/api/users/profile', { name: 'Ann' })
  }
}

/** Sends the example request of an operation with one kind of body. */
export async function callExample(
  located: Located,
  type: string,
  { caller, real }: Subjects,
): Promise<Response> {
  const { url, ca } = await readStack()
  const { method, operation } = located
  const example = operation.requestBody?.content[type]?.example
  const text = example === undefined ? '' : real(JSON.stringify(example))
  const headers = { cookie: caller.cookie, ...(await headersOf(operation, text)) }
  return fetch(new URL(real(examplePath(located)), url), {
    method,
    ...(text === '' ? { headers } : bodyOf(type, text, headers)),
    tls: { ca: await Bun.file(ca).text() },
  })
}

const bodyOf = (type: string, text: string, headers: Record<string, string>): RequestInit =>
  type === 'application/json' ? json(JSON.parse(text), headers) : { headers, body: formOf(text) }

async function headersOf({ parameters = [] }: Located['operation'], text: string) {
  const names = parameters.map(({ name }) => name)
  return {
    ...(names.includes('Idempotency-Key') && { 'Idempotency-Key': crypto.randomUUID() }),
    ...(names.includes('Stripe-Signature') && { 'Stripe-Signature': await signatureOf(text) }),
  }
}

/** Stripe's signature of a body, by the secret that the sandbox signs with. */
async function signatureOf(body: string): Promise<string> {
  const { webhookSecret } = (await readStack()).sandbox
  const at = Math.floor(Date.now() / 1000)
  const hash = new Bun.CryptoHasher('sha256', webhookSecret).update(`${at}.${body}`).digest('hex')
  return `t=${at},v1=${hash}`
}

function formOf(body: string): FormData {
  const { image: _, ...fields } = JSON.parse(body) as Record<string, unknown>
  return pictureForm(fields, PIXEL)
}
