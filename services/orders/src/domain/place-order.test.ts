import { describe, expect, test } from 'bun:test'
import { ShopError } from '@shop/shared/contracts'
import fc from 'fast-check'
import { mergeLines, placeOrder, type Product } from './place-order.ts'

const product = (id: string, fields: Partial<Product> = {}): Product => ({
  id,
  title: `Product ${id}`,
  price: 1000,
  available: 10,
  archived: false,
  sellerId: 'seller',
  picture: null,
  ...fields,
})

const buyer = { userId: 'buyer' }
const address = { name: 'A', line1: 'B', city: 'C', postalCode: 'D', country: 'DE' }

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    return error instanceof ShopError ? error.code : String(error)
  }
}

describe('placeOrder', () => {
  test('takes title, price and seller from the products', () => {
    const order = placeOrder(buyer, [{ productId: 'a', quantity: 3 }], [product('a')])
    expect(order).toEqual({
      userId: 'buyer',
      items: [
        {
          productId: 'a',
          title: 'Product a',
          price: 1000,
          quantity: 3,
          sellerId: 'seller',
          picture: null,
        },
      ],
      shipping: 0,
      total: 3000,
    })
  })

  test('adds shipping to an address, and none from 60.00 on', () => {
    const at = (quantity: number) =>
      placeOrder({ ...buyer, address }, [{ productId: 'a', quantity }], [product('a')])
    expect(at(5)).toMatchObject({ shipping: 490, total: 5490 })
    expect(at(6)).toMatchObject({ shipping: 0, total: 6000 })
  })

  test('the total is the sum of the lines', () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 99 }),
      price: fc.integer({ min: 50, max: 20_000 }),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
        const products = lines.map(({ price }, i) => product(String(i), { price, available: 99 }))
        const wanted = lines.map(({ quantity }, i) => ({ productId: String(i), quantity }))
        const expected = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0)
        expect(placeOrder(buyer, wanted, products).total).toBe(expected)
      }),
    )
  })

  test.each([
    ['an unknown product', [{ productId: 'x', quantity: 1 }], 'not-found'],
    ['a price that has changed', [{ productId: 'a', quantity: 1, price: 9.99 }], 'price-changed'],
    ['more than there is', [{ productId: 'a', quantity: 11 }], 'sold-out'],
    ['an archived product', [{ productId: 'old', quantity: 1 }], 'sold-out'],
    ['less than Stripe charges', [{ productId: 'cheap', quantity: 1 }], 'validation'],
    ['more than Stripe charges', [{ productId: 'dear', quantity: 2 }], 'validation'],
  ])('refuses %s', (_, wanted, code) => {
    const known = [
      product('a'),
      product('old', { archived: true }),
      product('cheap', { price: 49 }),
      product('dear', { price: 50_000_000 }),
    ]
    expect(codeOf(() => placeOrder(buyer, wanted, known))).toBe(code)
  })

  test('accepts the price that the buyer saw if it is still right', () => {
    const wanted = [{ productId: 'a', quantity: 1, price: 10 }]
    expect(placeOrder(buyer, wanted, [product('a')]).total).toBe(1000)
  })
})

test('two lines of one product are one claim', () => {
  const twice = [
    { productId: 'a', quantity: 2 },
    { productId: 'a', quantity: 2 },
  ]
  expect(mergeLines(twice)).toEqual([{ productId: 'a', quantity: 4 }])
  expect(codeOf(() => placeOrder(buyer, twice, [product('a', { available: 3 })]))).toBe('sold-out')
  const many = [{ productId: 'a', quantity: 99 }, ...twice]
  expect(codeOf(() => mergeLines(many))).toBe('validation')
})
