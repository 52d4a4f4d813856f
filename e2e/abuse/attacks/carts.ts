import { newId } from '@shop/shared/testing'
import { atLeast, atMost, type Attack } from '../kit/attack.ts'
import { call, cookieFor } from '../kit/call.ts'
import { countOf, crowd } from '../kit/crowd.ts'
import { peakMb } from '../kit/memory.ts'
import { newProduct } from '../kit/products.ts'

const GUESTS = 20
const SESSIONS = 60

/** Many guest carts merge into one user's, and many sessions read it at once. */
export const carts: Attack[] = [
  {
    name: `${GUESTS} guests' carts, ${SESSIONS} sessions of the user at once`,
    run: async (shop) => {
      const { id } = await newProduct(shop)
      const guestIds = Array.from({ length: GUESTS }, newId)
      await crowd(GUESTS, 10, async (index) => {
        const guest = {
          sub: guestIds[index] ?? '',
          sid: crypto.randomUUID(),
          role: 'guest',
        } as const
        const cookie = await cookieFor(shop.jwtKey, guest)
        const json = { productId: id, quantity: 1 }
        return call(shop, 'cart', 'POST', '/api/cart/items', {
          cookie,
          json,
          from: `198.51.100.${80 + index}`,
        })
      })
      const sub = newId()
      const [responses, memory] = await peakMb(shop.services['cart']?.pid ?? 0, () =>
        crowd(SESSIONS, SESSIONS, async () => {
          const user = {
            sub,
            sid: crypto.randomUUID(),
            role: 'user',
            email: `${sub}@example.com`,
            guestIds,
          } as const
          return call(shop, 'cart', 'GET', '/api/cart', {
            cookie: await cookieFor(shop.jwtKey, { ...user, guestIds: [...guestIds] }),
          })
        }),
      )
      const last = responses.at(-1)?.text ?? '{}'
      const pieces =
        (JSON.parse(last) as { items?: { quantity: number }[] }).items?.[0]?.quantity ?? 0
      return [
        atLeast('sessions that saw a cart', countOf(responses, 200), SESSIONS),
        atLeast('pieces in the end', pieces, GUESTS),
        atMost('memory of cart', memory, 320, 'MB'),
      ]
    },
  },
]
