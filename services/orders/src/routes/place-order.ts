import { requireSession, sessionOf } from '@shop/shared/auth'
import {
  PlaceOrderBody,
  ShopError,
  invalid,
  type Session,
  type PlaceOrderBody as Body,
} from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson, waitForCopy } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { placeOrder as decide, type Product } from '../domain/order.ts'
import type { Idempotency, OrderDocument } from '../order-document.ts'
import { toOrderResponse } from '../order-response.ts'

const MAX_KEY_LENGTH = 255

/** `POST /api/orders` */
export function placeOrder({ orders, products, mediaUrl }: Deps) {
  return createHandlers(requireSession, limitBody(), validJson(PlaceOrderBody), async (c) => {
    const session = sessionOf(c)
    const body = c.req.valid('json')
    const idempotency = idempotencyOf(c.req.header('idempotency-key'), body)
    const order =
      (await findSame(session.sub, idempotency)) ??
      (await orders.insert(await decideOn(session, body), idempotency)) ??
      (await findSame(session.sub, idempotency))
    if (order === null) throw new ShopError('unavailable', 'Please try again')
    return c.json(toOrderResponse(order, mediaUrl), 201)
  })

  async function findSame(userId: string, wanted?: Idempotency): Promise<OrderDocument | null> {
    const known = wanted === undefined ? null : await orders.findByKey(userId, wanted.key)
    if (known !== null && known.idempotencyBody !== wanted?.body)
      throw new ShopError('idempotency-mismatch', 'This Idempotency-Key came with another body')
    return known
  }

  async function decideOn(session: Session, body: Body) {
    const email = session.role === 'guest' ? body.email : session.email
    if (body.address !== undefined && email === undefined)
      throw invalid('An e-mail address is needed for the receipt', 'email')
    const buyer = { userId: session.sub, email, address: body.address }
    return decide(buyer, body.items, await knownProducts(session.sub, body.items))
  }

  async function knownProducts(userId: string, items: Body['items']): Promise<Product[]> {
    const ids = [...new Set(items.map(({ productId }) => productId))]
    let found: Product[] = []
    await waitForCopy(userId, async () => {
      found = await products.find(ids)
      return found.length === ids.length ? found : null
    })
    return found
  }
}

function idempotencyOf(key: string | undefined, body: Body): Idempotency | undefined {
  if (key === undefined) return undefined
  if (key.length === 0 || key.length > MAX_KEY_LENGTH)
    throw invalid(`Idempotency-Key must have 1 to ${MAX_KEY_LENGTH} characters`)
  return { key, body: new Bun.SHA256().update(JSON.stringify(body)).digest('base64') }
}
