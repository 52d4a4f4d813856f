import { newId, type StackFile } from '@shop/shared/testing'
import { atMost, type Attack } from '../kit/attack.ts'
import { call, newCookie } from '../kit/call.ts'
import { crowd } from '../kit/crowd.ts'
import { newOrder, newProduct } from '../kit/products.ts'

/** The time of a refusal must not reveal whether an id exists. */
export const guessing: Attack[] = [
  {
    name: "paying somebody else's order and an unknown one",
    run: async (shop) => {
      const { id } = await newProduct(shop)
      const owner = await newCookie(shop, 'guest')
      const orderId = await newOrder(shop, id, owner, '198.51.100.70')
      const cookie = await newCookie(shop)
      const known = await refusedAfter(shop, cookie, orderId)
      const unknown = await refusedAfter(shop, cookie, newId())
      return [atMost('difference of their times', Math.abs(known - unknown), 300, 'ms')]
    },
  },
]

async function refusedAfter(shop: StackFile, cookie: string, orderId: string): Promise<number> {
  const json = { orderId, token: 'tok_visa' }
  const responses = await crowd(3, 1, () =>
    call(shop, 'payments', 'POST', '/api/payments', { cookie, json, from: '203.0.113.42' }),
  )
  return responses.map(({ ms }) => ms).toSorted((a, b) => a - b)[1] ?? NaN
}
