import { expect, test } from 'bun:test'
import { CreateProductBody } from '@shop/shared/contracts'
import * as v from 'valibot'
import { EditProductForm, NewProductForm, StockForm, formValues } from './schema.ts'

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

test('a new product is read as the contract takes it', () => {
  const product = v.parse(NewProductForm, typed)
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
  expect(v.parse(NewProductForm, { ...typed, price }).price).toBe(amount)
})

test.each(['', '42.505', '1.290,00', '-1', 'ten'])('%p is none', (price) => {
  expect(faults(NewProductForm, { ...typed, price })).toEqual({
    price: 'Enter an amount like 12.50 or 1,290.00, with a dot before the cents',
  })
})

test('nothing is free of charge', () => {
  const { price } = faults(NewProductForm, { ...typed, price: '0.00' })
  expect(price).toBe('Enter a price of at least 0.01')
})

test('a price has an upper limit', () => {
  const { price } = faults(NewProductForm, { ...typed, price: '1,000,000' })
  expect(price).toBe('Enter a price of at most 999,999.99')
})

test('an empty form names every field that is needed', () => {
  const empty = { title: ' ', description: '', category: '', price: '', quantity: '' }
  for (const input of [empty, {}])
    expect(Object.keys(faults(NewProductForm, input))).toEqual([
      'title',
      'category',
      'price',
      'quantity',
    ])
})

test.each(['\u200b', '\u200e \u00ad', '\u3164', 'Tea\u0000pot', 'Tea\u202epot'])(
  'a name of %j is refused',
  (title) => expect(Object.keys(faults(NewProductForm, { ...typed, title }))).toEqual(['title']),
)

test('texts end where the contract ends, however a new line is sent', () => {
  const long = { ...typed, title: 'x'.repeat(201), description: 'x'.repeat(5001) }
  expect(Object.keys(faults(NewProductForm, long))).toEqual(['title', 'description'])
  const lines = { ...typed, description: '\r\n'.repeat(100).padStart(5100, 'x') }
  expect(faults(NewProductForm, lines)).toEqual({})
})

test('numbers are read as the shop writes them', () => {
  expect(v.parse(NewProductForm, { ...typed, quantity: '1,000' }).quantity).toBe(1000)
  expect(v.parse(StockForm, { delta: '−1,200', reason: 'count' }).delta).toBe(-1200)
})

test.each(['-1', '1.5', '1,5', '1000001', 'some'])('%p pieces cannot be in stock', (quantity) => {
  expect(Object.keys(faults(NewProductForm, { ...typed, quantity }))).toEqual(['quantity'])
})

test('an edit carries what the seller saw', () => {
  const edit = v.parse(EditProductForm, { ...typed, seen: 'abc' })
  expect(edit).toMatchObject({ title: 'Teapot', seen: 'abc' })
  expect(edit).not.toHaveProperty('quantity')
})

test.each([
  ['5', 5],
  ['+5', 5],
  ['-2', -2],
  ['−2', -2],
])('a change of stock by %s', (delta, number) => {
  expect(v.parse(StockForm, { delta, reason: 'count' })).toEqual({ delta: number, reason: 'count' })
})

test.each(['', '0', '-0', '1.5', 'a', '1000001', '-1000001'])(
  'is refused when it is %p',
  (delta) => {
    expect(Object.keys(faults(StockForm, { delta, reason: '' }))).toEqual(['delta', 'reason'])
  },
)

test('a form shows a product so that it can be sent back', () => {
  const product = { title: 'Teapot', description: '', category: null, price: 1290 }
  expect(formValues(product)).toEqual({ ...product, category: '', price: '1290.00' })
  const values = { ...formValues({ ...product, category: 'home' }), seen: '' }
  expect(v.parse(EditProductForm, values)).toMatchObject({ ...product, category: 'home' })
})
