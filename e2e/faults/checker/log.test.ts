import { expect, test } from 'bun:test'
import { emptyLog, hear } from './log.ts'
import { message, stock } from './testing/consistent-fixture.ts'

test('an event that is told again is one event, whatever it tells now', () => {
  const log = emptyLog()
  for (const quantity of [5, 4])
    hear(log, 'product:updated', message(stock(quantity, 1), { eventId: 'e' }))
  expect(log.products.get('teapot')).toMatchObject([{ quantity: 5, price: 1250 }])
  expect([...log.eventIds]).toEqual(['e'])
})

test('what is no event of the shop is left out', () => {
  const log = emptyLog()
  for (const text of ['', 'no JSON', '{}', '{"eventId":"e"', '{"meta":{}}'])
    hear(log, 'order:created', text)
  expect(log).toEqual(emptyLog())
})

test('what a seller did is told apart from what a checkout did', () => {
  const log = emptyLog()
  hear(log, 'payment:created', message({ id: 'p' }, { correlationId: 'checkout' }))
  hear(log, 'product:updated', message(stock(1, 1), { correlationId: 'seller' }))
  expect([...log.checkouts]).toEqual(['checkout'])
})
