import { newId } from '@shop/shared/testing'
import { atMost, type Attack } from '../kit/attack.ts'
import { beside, p99 } from '../kit/bystander.ts'
import { call, newCookie } from '../kit/call.ts'
import { countOf, crowd } from '../kit/crowd.ts'
import { newProduct } from '../kit/products.ts'

const TIMES = 500

/** What one session or one address may store in an hour. */
export const spam: Attack[] = [
  {
    name: '500 orders of one guest',
    run: async (shop) => {
      const cookie = await newCookie(shop, 'guest')
      const { id } = await newProduct(shop)
      const json = { items: [{ productId: id, quantity: 1 }] }
      const responses = await crowd(TIMES, 10, () =>
        call(shop, 'orders', 'POST', '/api/orders', { cookie, json, from: '203.0.113.8' }),
      )
      return [atMost('orders', countOf(responses, 201), 30)]
    },
  },
  {
    name: '500 products of one user',
    run: async (shop) => {
      const cookie = await newCookie(shop)
      const responses = await crowd(TIMES, 10, (index) =>
        call(shop, 'products', 'POST', '/api/products', {
          cookie,
          json: { title: `Spam ${index}`, price: 1, quantity: 1 },
          from: '203.0.113.9',
        }),
      )
      return [atMost('products', countOf(responses, 201), 60)]
    },
  },
  {
    name: '500 guests of one address',
    run: async (shop) => {
      const responses = await crowd(TIMES, 10, () =>
        call(shop, 'auth', 'POST', '/api/users/guest', { from: '203.0.113.40' }),
      )
      return [atMost('guests', countOf(responses, 201), 200)]
    },
  },
  {
    name: '400 unknown products into one cart',
    run: async (shop) => {
      const cookie = await newCookie(shop, 'guest')
      const other = await newCookie(shop)
      const { times } = await beside(
        () => call(shop, 'cart', 'GET', '/api/cart', { cookie: other }),
        () =>
          crowd(400, 100, () =>
            call(shop, 'cart', 'POST', '/api/cart/items', {
              cookie,
              json: { productId: newId(), quantity: 1 },
              from: '203.0.113.41',
            }),
          ),
      )
      return [atMost("p99 of another's cart", p99(times), 500, 'ms')]
    },
  },
]
