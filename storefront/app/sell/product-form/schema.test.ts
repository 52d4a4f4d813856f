import { expect, test } from 'bun:test'
import { CreateProductBody } from '@shop/shared/contracts'
import * as v from 'valibot'
import { EditProductSchema, NewProductSchema, StockSchema, formValues } from './schema.ts'

const typed = {
  title: ' Teapot ',
  description: 'Holds four.\r\nDrip-free.\r\n',
  category: 'kitchen',
  price: '42.5',
  quantity: ' 14 ',
}

function faults(schema: v.GenericSchema, input: object): Record<string, string> {
  const { issues = [] } = v.safeParse(schema, input)
  return Object.fromEntries(issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]))
}

test('a new product is parsed as the contract requires', () => {
  const product = v.parse(NewProductSchema, typed)
  expect(product).toEqual({
    title: 'Teapot',
    description: 'Holds four.\nDrip-free.',
    category: 'kitchen',
    price: 42.5,
    quantity: 14,
  })
  expect(v.is(CreateProductBody, product)).toBe(true)
})

test.each([
  ['42.50', 42.5],
  ['1,290.00', 1290],
  ['1 290', 1290],
  ['$ 42', 42],
  ['0.01', 0.01],
  ['999999.99', 999_999.99],
])('%s is a price', (price, amount) => {
  expect(v.parse(NewProductSchema, { ...typed, price }).price).toBe(amount)
})

test.each(['', '42.505', '1.290,00', '-1', 'ten'])('%p is not a price', (price) => {
  expect(faults(NewProductSchema, { ...typed, price })).toEqual({
    price: 'Enter an amount like 12.50 or 1,290.00, with a period before the cents',
  })
})

test('a price must be positive', () => {
  const { price } = faults(NewProductSchema, { ...typed, price: '0.00' })
  expect(price).toBe('Enter a price of at least 0.01')
})

test('a price has an upper limit', () => {
  const { price } = faults(NewProductSchema, { ...typed, price: '1,000,000' })
  expect(price).toBe('Enter a price of at most 999,999.99')
})

test('an empty form reports every required field', () => {
  const empty = { title: ' ', description: '', category: '', price: '', quantity: '' }
  for (const input of [empty, {}])
    expect(Object.keys(faults(NewProductSchema, input))).toEqual([
      'title',
      'category',
      'price',
      'quantity',
    ])
})

test.each(['\u200b', '\u200e \u00ad', '\u3164', 'Tea\u0000pot', 'Tea\u202epot'])(
  'a name of %j is refused',
  (title) => expect(Object.keys(faults(NewProductSchema, { ...typed, title }))).toEqual(['title']),
)

test('texts have the limits of the contract, with CRLF counted as one character', () => {
  const long = { ...typed, title: 'x'.repeat(201), description: 'x'.repeat(5001) }
  expect(Object.keys(faults(NewProductSchema, long))).toEqual(['title', 'description'])
  const lines = { ...typed, description: '\r\n'.repeat(100).padStart(5100, 'x') }
  expect(faults(NewProductSchema, lines)).toEqual({})
})

test('numbers may have thousands separators', () => {
  expect(v.parse(NewProductSchema, { ...typed, quantity: '1,000' }).quantity).toBe(1000)
  expect(v.parse(StockSchema, { delta: '−1,200', reason: 'count' }).delta).toBe(-1200)
})

test.each(['-1', '1.5', '1,5', '1000001', 'some'])('%p is not a stock count', (quantity) => {
  expect(Object.keys(faults(NewProductSchema, { ...typed, quantity }))).toEqual(['quantity'])
})

test('an edit carries the fingerprints of the version it is based on', () => {
  const edit = v.parse(EditProductSchema, { ...typed, seen: 'abc' })
  expect(edit).toMatchObject({ title: 'Teapot', seen: 'abc' })
  expect(edit).not.toHaveProperty('quantity')
})

test.each([
  ['5', 5],
  ['+5', 5],
  ['-2', -2],
  ['−2', -2],
])('%s is a stock change', (delta, number) => {
  expect(v.parse(StockSchema, { delta, reason: 'count' })).toEqual({
    delta: number,
    reason: 'count',
  })
})

test.each(['', '0', '-0', '1.5', 'a', '1000001', '-1000001'])(
  '%p is not a stock change',
  (delta) => {
    expect(Object.keys(faults(StockSchema, { delta, reason: '' }))).toEqual(['delta', 'reason'])
  },
)

test('a product survives a round trip through the form', () => {
  const product = { title: 'Teapot', description: '', category: null, price: 1290 }
  expect(formValues(product)).toEqual({ ...product, category: '', price: '1290.00' })
  const values = { ...formValues({ ...product, category: 'home' }), seen: '' }
  expect(v.parse(EditProductSchema, values)).toMatchObject({ ...product, category: 'home' })
})
