import { beforeEach, expect, test } from 'bun:test'
import type { ProductReply } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { editedOf, saveProduct } from './save-product.server.ts'

const at = '2026-11-23T09:42:00.000Z'
const ID = 'a'.repeat(24)

let product: ProductReply

beforeEach(() => {
  product = {
    id: ID,
    title: 'Teapot',
    description: 'Holds four cups.',
    category: 'kitchen',
    price: 42.5,
    quantity: 14,
    available: 13,
    imageUrl: null,
    images: [],
    userId: 'b'.repeat(24),
    archived: false,
    version: 3,
    createdAt: at,
    updatedAt: at,
  }
})

function refusal(status: number, code: string, field?: string): Error {
  const errors = [{ message: 'No', ...(field !== undefined && { field }) }]
  const problem = { type: `/problems/${code}`, detail: 'No', errors }
  return Object.assign(new Error('No'), { name: 'ApiRefusal', status, problem })
}

/** The products service as an edit meets it; `before` happens just before each of its writes. */
function serviceWith(before: () => void = () => {}): Api {
  const call = async (_: string, __: string, ___: unknown, options?: { json?: object }) => {
    if (options?.json === undefined) return product
    before()
    const { version, ...fields } = options.json as { version: number }
    if (version !== product.version) throw refusal(409, 'version-conflict')
    product = { ...product, ...fields, version: version + 1 }
    return product
  }
  return { call } as unknown as Api
}

async function formOf(changes: Record<string, string>): Promise<FormData> {
  const { title, description, category, version, seen } = await editedOf(product)
  const form = new FormData()
  const texts = { title, description, category: category ?? '', price: '42.50', seen, ...changes }
  for (const [name, value] of Object.entries(texts)) form.set(name, value)
  form.set('version', String(version))
  return form
}

test('an edit is saved on the version that it was made on', async () => {
  const outcome = await saveProduct(serviceWith(), ID, await formOf({ price: '43,5' }))
  expect(outcome).toMatchObject({ kind: 'saved', now: { price: 43.5, version: 4 } })
  expect(product.price).toBe(43.5)
})

test('the next edit can be made on what was saved', async () => {
  const api = serviceWith()
  await saveProduct(api, ID, await formOf({ title: 'Pot' }))
  expect(await saveProduct(api, ID, await formOf({ title: 'Jug' }))).toMatchObject({
    kind: 'saved',
  })
})

test('sales and pictures, which change the version too, stand against no edit', async () => {
  const form = await formOf({ title: 'Pot' })
  product = { ...product, version: 9, quantity: 13 }
  let sales = 2
  const api = serviceWith(() => {
    if (sales === 0) return
    sales -= 1
    product = { ...product, version: product.version + 1, quantity: product.quantity - 1 }
  })
  expect(await saveProduct(api, ID, form)).toMatchObject({ kind: 'saved', now: { title: 'Pot' } })
  expect(product).toMatchObject({ title: 'Pot', quantity: 11 })
})

test("another's edit is told with what is there now, and what was typed is kept", async () => {
  const form = await formOf({ title: 'Mine' })
  product = { ...product, version: 4, title: 'Theirs' }
  const outcome = await saveProduct(serviceWith(), ID, form)
  expect(outcome).toMatchObject({
    kind: 'refused',
    fault: { values: { title: 'Mine' } },
    now: { title: 'Theirs', version: 4 },
  })
  expect(outcome.kind === 'refused' && outcome.fault.message).toStartWith('Someone changed')
  expect(product.title).toBe('Theirs')
})

test('after the conflict was told, saving again takes what was typed', async () => {
  const typed = { title: 'Mine' }
  await formOf(typed)
  product = { ...product, version: 4, title: 'Theirs' }
  expect(await saveProduct(serviceWith(), ID, await formOf(typed))).toMatchObject({ kind: 'saved' })
  expect(product.title).toBe('Mine')
})

test('bad input is told by its field and reaches no service', async () => {
  const api = serviceWith(() => {
    throw new Error('must not be written')
  })
  const outcome = await saveProduct(api, ID, await formOf({ price: '42.505', title: '' }))
  expect(outcome).toMatchObject({ kind: 'refused', fault: { values: { price: '42.505' } } })
  const fields = outcome.kind === 'refused' ? Object.keys(outcome.fault.fields) : []
  expect(fields).toEqual(['title', 'price'])
})

test('an outage keeps the form; what is no refusal is thrown', async () => {
  const refusing = (error: Error) =>
    serviceWith(() => {
      throw error
    })
  const later = await saveProduct(refusing(refusal(503, 'unavailable')), ID, await formOf({}))
  expect(later).toMatchObject({ kind: 'refused', fault: { values: { title: 'Teapot' } } })
  const field = await saveProduct(
    refusing(refusal(400, 'validation', 'title')),
    ID,
    await formOf({}),
  )
  expect(field).toMatchObject({ kind: 'refused', fault: { fields: { title: 'No' } } })
  const broken = saveProduct(refusing(new TypeError('defect')), ID, await formOf({}))
  expect(await broken.catch((error: unknown) => error)).toBeInstanceOf(TypeError)
})
