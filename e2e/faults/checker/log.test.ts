import { expect, test } from 'bun:test'
import { addEvent, emptyLog } from './log.ts'
import { message, stock } from './testing/fixture-log.ts'

test('counts a republished event once, with its first content', () => {
  const log = emptyLog()
  for (const quantity of [5, 4])
    addEvent(log, 'product:updated', message(stock(quantity, 1), { eventId: 'e' }))
  expect(log.products.get('teapot')).toMatchObject([{ quantity: 5, price: 1250 }])
  expect([...log.eventIds]).toEqual(['e'])
})

test('ignores messages that are not events', () => {
  const log = emptyLog()
  for (const text of ['', 'no JSON', '{}', '{"eventId":"e"', '{"meta":{}}'])
    addEvent(log, 'order:created', text)
  expect(log).toEqual(emptyLog())
})
