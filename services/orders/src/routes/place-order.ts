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
import { mergeLines, placeOrder as decide, type Product } from '../domain/place-order.ts'
import { checkedKey, digestOf } from '../idempotency.ts'
import type { Idempotency, OrderDocument } from '../order-document.ts'
import { toOrderResponse } from '../order-response.ts'

/** `POST /api/orders` */
export function placeOrder({ orders, products, mediaUrl }: Deps) {
  async function findExisting(userId: string, wanted?: Idempotency): Promise<OrderDocument | null> {
    const known = wanted === undefined ? null : await orders.findByKey(userId, wanted.key)
    if (known !== null && known.idempotencyBody !== wanted?.body)
      throw new ShopError('idempotency-mismatch', 'This Idempotency-Key was used with another body')
    return known
  }

  async function newOrder(session: Session, { items, address, email: given }: Body) {
    const email = session.role === 'guest' ? given : session.email
    if (address !== undefined && email === undefined)
      throw invalid('An email address is required for the receipt', 'email')
    const ids = mergeLines(items).map(({ productId }) => productId)
    const buyer = { userId: session.sub, email, address }
    return decide(buyer, items, await knownProducts(session.sub, ids))
  }

  async function knownProducts(userId: string, ids: string[]): Promise<Product[]> {
    let found: Product[] = []
    await waitForCopy(userId, async () => {
      found = await products.find(ids)
      return found.length === ids.length ? found : null
    })
    return found
  }

  return createHandlers(requireSession, limitBody(), validJson(PlaceOrderBody), async (c) => {
    const session = sessionOf(c)
    const body = c.req.valid('json')
    const idempotency = idempotencyOf(c.req.header('idempotency-key'), body)
    const order =
      (await findExisting(session.sub, idempotency)) ??
      (await orders.insert(await newOrder(session, body), idempotency)) ??
      (await findExisting(session.sub, idempotency))
    if (order === null) throw new ShopError('unavailable', 'Please try again')
    return c.json(toOrderResponse(order, mediaUrl), 201)
  })
}

function idempotencyOf(key: string | undefined, body: Body): Idempotency | undefined {
  if (key === undefined) return undefined
  return { key: checkedKey(key), body: digestOf(body) }
}
