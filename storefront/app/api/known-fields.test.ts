import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { parseKnownFields } from './known-fields.ts'

const Line = v.strictObject({ title: v.string() })
const Order = v.strictObject({ id: v.string(), items: v.array(Line) })

test('fields that a newer service sends are left out, wherever they are', () => {
  const sent = {
    id: '1',
    gift: true,
    note: 'x',
    items: [
      { title: 'Teapot', color: 'red' },
      { title: 'Cup', color: 'blue', weight: 1 },
    ],
  }
  expect(parseKnownFields(Order, sent)).toEqual({
    id: '1',
    items: [{ title: 'Teapot' }, { title: 'Cup' }],
  })
  expect(sent.items[0]).toHaveProperty('color')
})

test('what is missing or of another type is refused', () => {
  expect(() => parseKnownFields(Order, { id: '1' })).toThrow()
  expect(() => parseKnownFields(Order, { id: 1, items: [], gift: true })).toThrow()
  expect(() => parseKnownFields(Order, { id: '1', items: [{ color: 'red' }] })).toThrow()
})
