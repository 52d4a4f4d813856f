import { expect, test } from 'bun:test'
import { type Case, differences, set } from './testing/cases.ts'

const STOCK = 'the stock is what came less what was sold'
const TOLD = 'products were told as they are'
const FREE = 'all of the stock is free, and none is owed'

const cases: Case[] = [
  [
    'a hold is left',
    ({ products }) => set(products[0], { holds: ['p-void'] }),
    { [FREE]: ['teapot is held by p-void'] },
  ],
  [
    'more is sold than there was',
    ({ products, copies }) => {
      const nothing = { quantity: -1, available: -1 }
      for (const each of [products[0], copies.cart.get('teapot'), copies.orders.get('teapot')])
        set(each, nothing)
    },
    {
      [FREE]: ['teapot: -1, free -1'],
      [STOCK]: ['teapot: -1 instead of 9'],
      [TOLD]: ['teapot: quantity 9 instead of -1'],
    },
  ],
  [
    'goods of a refund came back twice',
    ({ products }) => set(products[0], { restocked: ['p-back-rest', 'p-back-rest'] }),
    { 'goods of a refund came back once': ['teapot: 2 refunds instead of 1'] },
  ],
  [
    'a change of stock is not in the ledger',
    ({ products, moves }) => {
      set(products[0], { notedMoves: 1 })
      moves.set('teapot', [-3])
    },
    { 'changes of stock are in the ledger': ['teapot: 1 are only noted'] },
  ],
  [
    'a copy is stale',
    ({ copies }) => set(copies.cart.get('teapot'), { available: 8, version: 4 }),
    { 'products known to cart': ['teapot: available 8 instead of 9'] },
  ],
  [
    'a copy shows no picture, another does not exist',
    ({ copies }) => {
      set(copies.cart.get('teapot'), { picture: null })
      copies.orders.clear()
    },
    {
      'products known to cart': ['teapot: picture null'],
      'products known to orders': ['teapot is unknown'],
    },
  ],
  [
    'a copy has missed a version',
    ({ copies }) => set(copies.orders.get('teapot'), { version: 4 }),
    { 'products known to orders': ['teapot: version 4 of 5'] },
  ],
  [
    'payments has missed a cancellation and knows an order only by its own',
    ({ orderCopies }) => {
      set(orderCopies.get('void'), { status: 'Created' })
      set(orderCopies.get('back'), { tombstone: true })
    },
    { 'orders known to payments': ['void Cancelled is Created', 'back is unknown'] },
  ],
  [
    'what was paid is still in the cart, and has left another twice',
    ({ carts }) => {
      set(carts.get('buyer of paid'), { applied: [] })
      set(carts.get('member'), { applied: ['p-back', 'p-back'] })
    },
    {
      'what was paid has left the cart once': [
        "paid left buyer of paid's cart 0 times",
        "back left buyer of back's cart 2 times",
      ],
    },
  ],
  [
    'a cart has forgotten its oldest payments',
    ({ carts }) => set(carts.get('buyer of paid'), { applied: Array(500).fill('p') }),
    {},
  ],
]

test.each(cases)('%s', (_, happens, expected) => {
  expect(differences(happens)).toEqual(expected)
})
