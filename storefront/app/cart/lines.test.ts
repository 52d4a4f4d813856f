import { expect, test } from 'bun:test'
import { optimisticLines, totalsOf, type CartItem } from './lines.ts'

const line = (change: Partial<CartItem>): CartItem => ({
  productId: 'a',
  quantity: 1,
  title: 'Cup',
  price: 10,
  seenPrice: 10,
  imageUrl: null,
  available: 9,
  ...change,
})

const pressed = (fields: Record<string, string>) => {
  const formData = new FormData()
  for (const [name, value] of Object.entries(fields)) formData.set(name, value)
  return [{ formData }] as unknown as Parameters<typeof optimisticLines>[1]
}

test('shipping costs 4.90 below 60.00 and is free from there', () => {
  expect(totalsOf([line({ price: 59.99 })])).toMatchObject({ shipping: 4.9, total: 64.89 })
  expect(totalsOf([line({ price: 60 })])).toMatchObject({ shipping: 0, total: 60, untilFree: 0 })
  expect(totalsOf([])).toMatchObject({ shipping: 0, total: 0 })
})

test('sold-out lines do not count', () => {
  const gone = line({ productId: 'b', price: 100, drift: 'gone' })
  expect(totalsOf([line({ quantity: 2 }), gone])).toMatchObject({ itemCount: 2, subtotal: 20 })
})

test('cents add up exactly', () => {
  expect(totalsOf([line({ price: 0.1, quantity: 3 })]).subtotal).toBe(0.3)
})

test('pending changes are applied', () => {
  const lines = [line({}), line({ productId: 'b' })]
  expect(
    optimisticLines(lines, pressed({ intent: 'set', productId: 'a', quantity: '5' }))[0]?.quantity,
  ).toBe(5)
  expect(
    optimisticLines(lines, pressed({ intent: 'set', productId: 'a', quantity: '0' })),
  ).toHaveLength(1)
  expect(optimisticLines(lines, pressed({ intent: 'add', productId: 'c' }))).toHaveLength(2)
})
