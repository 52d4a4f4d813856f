import { expect, test } from 'bun:test'
import { type Case, differences, set } from './testing/cases.ts'

const STOCK = 'stock equals received minus sold'
const LEDGER = 'the stock ledger adds up to the quantity'
const PUBLISHED = 'latest product event matches the product'
const HELD = 'no stock is held and none is negative'

const cases: Case[] = [
  [
    'a hold remains',
    ({ products }) => set(products[0], { holds: ['p-void'] }),
    { [HELD]: ['teapot is held by p-void'] },
  ],
  [
    'more is sold than was in stock',
    ({ products, copies }) => {
      const nothing = { quantity: -1, available: -1 }
      for (const each of [products[0], copies.cart.get('teapot'), copies.orders.get('teapot')])
        set(each, nothing)
    },
    {
      [HELD]: ['teapot: -1, available -1'],
      [STOCK]: ['teapot: -1 instead of 9'],
      [LEDGER]: ['teapot: 9 instead of -1'],
      [PUBLISHED]: ['teapot: quantity 9 instead of -1'],
    },
  ],
  [
    'a refund restocks its items twice',
    ({ products }) => set(products[0], { restocked: ['p-back-rest', 'p-back-rest'] }),
    { 'refunded items are restocked once': ['teapot: 2 refunds instead of 1'] },
  ],
  [
    'a sale is missing from the stock ledger',
    ({ moves }) => moves.get('teapot')?.splice(2, 1),
    { [LEDGER]: ['teapot: 10 instead of 9'] },
  ],
  [
    'an entry of the stock ledger does not continue the one before',
    ({ moves }) => set(moves.get('teapot')?.[3], { after: 5 }),
    { [LEDGER]: ['teapot: nothing leads to version 3'] },
  ],
  [
    'more was received than the ledger says',
    ({ moves }) => {
      set(moves.get('teapot')?.[1], { delta: -2 })
      set(moves.get('teapot')?.[2], { delta: -2 })
    },
    {
      [STOCK]: ['teapot: 9 instead of 10'],
      [LEDGER]: ['teapot: nothing leads to version 1'],
    },
  ],
  [
    'a copy is stale',
    ({ copies }) => set(copies.cart.get('teapot'), { available: 8, version: 4 }),
    { 'product copies in cart': ['teapot: available 8 instead of 9'] },
  ],
  [
    'one copy has no picture, another is missing',
    ({ copies }) => {
      set(copies.cart.get('teapot'), { picture: null })
      copies.orders.clear()
    },
    {
      'product copies in cart': ['teapot: picture null'],
      'product copies in orders': ['teapot is missing'],
    },
  ],
  [
    'a copy missed a version',
    ({ copies }) => set(copies.orders.get('teapot'), { version: 4 }),
    { 'product copies in orders': ['teapot: version 4 of 5'] },
  ],
  [
    'payments missed one cancellation and has only a tombstone of another order',
    ({ orderCopies }) => {
      set(orderCopies.get('void'), { status: 'Created' })
      set(orderCopies.get('back'), { tombstone: true })
    },
    { 'order copies in payments': ['void Cancelled is Created', 'back is missing'] },
  ],
  [
    'paid items are still in one cart and left another twice',
    ({ carts }) => {
      set(carts.get('buyer of paid'), { applied: [] })
      set(carts.get('member'), { applied: ['p-back', 'p-back'] })
    },
    {
      'paid items left the cart once': [
        'paid left the cart of buyer of paid 0 times',
        'back left the cart of buyer of back 2 times',
      ],
    },
  ],
  [
    'a cart evicted its oldest payments',
    ({ carts }) => set(carts.get('buyer of paid'), { applied: Array(500).fill('p') }),
    {},
  ],
]

test.each(cases)('%s', (_, mutate, expected) => {
  expect(differences(mutate)).toEqual(expected)
})
