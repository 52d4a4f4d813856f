import type { StackFile } from '@shop/shared/testing'
import { atMost, type Attack } from '../kit/attack.ts'
import { call, newCookie } from '../kit/call.ts'
import { countOf, crowd } from '../kit/crowd.ts'
import { newOrder, newProduct } from '../kit/products.ts'

const TOKENS = ['LostCard', 'StolenCard', 'InsufficientFunds', 'ExpiredCard', 'IncorrectCvc'].map(
  (name) => `tok_chargeDeclined${name}`,
)
const REVEALING = /lost_card|stolen_card|fraudulent|pickup_card/

const pay = (shop: StackFile, orderId: string, cookie: string, index: number) =>
  call(shop, 'payments', 'POST', '/api/payments', {
    cookie,
    json: { orderId, token: TOKENS[index % TOKENS.length] },
  })

/** Stolen cards, tried with small orders. */
export const cards: Attack[] = [
  {
    name: '150 declined cards on one order',
    run: async (shop) => {
      const cookie = await newCookie(shop, 'guest')
      const { id } = await newProduct(shop)
      const orderId = await newOrder(shop, id, cookie, '203.0.113.6')
      const responses = await crowd(150, 1, (index) => pay(shop, orderId, cookie, index))
      return [
        atMost('cards that were tried', countOf(responses, 402), 10),
        atMost('responses that reveal a stolen card', countRevealing(responses), 0),
      ]
    },
  },
  {
    name: '60 declined cards on 12 orders of one session',
    run: async (shop) => {
      const cookie = await newCookie(shop)
      const { id } = await newProduct(shop)
      const orders = await crowd(12, 4, () => newOrder(shop, id, cookie, '203.0.113.7'))
      const responses = await crowd(60, 4, (index) =>
        pay(shop, orders[index % orders.length] ?? '', cookie, index),
      )
      return [atMost('cards that were tried', countOf(responses, 402), 20)]
    },
  },
]

const countRevealing = (responses: readonly { text: string }[]) =>
  responses.filter(({ text }) => REVEALING.test(text)).length
