import type { StackFile } from '@shop/shared/testing'
import { atMost, type Attack } from '../kit/attack.ts'
import { call, newCookie } from '../kit/call.ts'
import { countOf, crowd } from '../kit/crowd.ts'
import { newOrder, newProduct } from '../kit/products.ts'

const TOKENS = ['LostCard', 'StolenCard', 'InsufficientFunds', 'ExpiredCard', 'IncorrectCvc'].map(
  (name) => `tok_chargeDeclined${name}`,
)
const TELLING = /lost_card|stolen_card|fraudulent|pickup_card/

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
      const answers = await crowd(150, 1, (index) => pay(shop, orderId, cookie, index))
      return [
        atMost('cards that were tried', countOf(answers, 402), 10),
        atMost('replies that tell of a stolen card', tellingOf(answers), 0),
      ]
    },
  },
  {
    name: '60 declined cards on 12 orders of one session',
    run: async (shop) => {
      const cookie = await newCookie(shop)
      const { id } = await newProduct(shop)
      const orders = await crowd(12, 4, () => newOrder(shop, id, cookie, '203.0.113.7'))
      const answers = await crowd(60, 4, (index) =>
        pay(shop, orders[index % orders.length] ?? '', cookie, index),
      )
      return [atMost('cards that were tried', countOf(answers, 402), 20)]
    },
  },
]

const tellingOf = (answers: readonly { text: string }[]) =>
  answers.filter(({ text }) => TELLING.test(text)).length
