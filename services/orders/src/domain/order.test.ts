import { expect, test } from 'bun:test'
import { OrderStatus } from '@shop/shared/contracts'
import {
  cancel,
  complete,
  completeWithSteps,
  isCancellable,
  isFinal,
  statesBefore,
} from './order.ts'

test('an open order becomes complete or cancelled, and both are final', () => {
  const { options } = OrderStatus
  const moves = options.flatMap((to) => statesBefore(to).map((from) => `${from} → ${to}`))
  expect(moves).toEqual(['Created → Complete', 'Created → Cancelled'])
  expect(options.filter(isFinal)).toEqual(['Complete', 'Cancelled'])
})

test('only an open order can be cancelled; a complete one is refused', () => {
  expect(isCancellable('Created')).toBe(true)
  expect(isCancellable('Cancelled')).toBe(false)
  expect(() => isCancellable('Complete')).toThrow(expect.objectContaining({ code: 'order-final' }))
})

test('a cancellation publishes order:cancelled with the next version and what its mail needs', () => {
  const at = new Date(0)
  const timeline = [{ at, what: 'authorized' } as const]
  const order = { _id: 'a'.repeat(24), version: 3, email: 'ann@example.com', timeline }
  expect(cancel(order, { reason: 'user', at })).toEqual({
    to: 'Cancelled',
    entries: [{ at, what: 'cancelled' }],
    reason: 'user',
    published: {
      event: {
        subject: 'order:cancelled',
        data: {
          id: order._id,
          version: 4,
          reason: 'user',
          email: 'ann@example.com',
          wasHeld: true,
          happenedAt: at.toISOString(),
        },
      },
      readVersion: 3,
    },
  })
  expect(complete({ at, steps: { entries: [] } }).published).toBeUndefined()
})

test('an ending adds the steps of the payment that the timeline lacks', () => {
  const [at, before] = [new Date(9), new Date(0)]
  const authorized = { at: before, what: 'authorized' } as const
  const reserved = { at: before, what: 'reserved' } as const
  const order = { _id: 'a'.repeat(24), version: 3, timeline: [authorized] }
  const steps = { entries: [authorized, reserved], card: { brand: 'visa', last4: '4242' } }
  expect(completeWithSteps(order, { at, steps })).toMatchObject({
    entries: [reserved, { at, what: 'complete' }],
    card: steps.card,
    requires: { version: 3 },
  })
  expect(cancel(order, { reason: 'user', at, steps })).toMatchObject({
    entries: [reserved, { at, what: 'cancelled' }],
    card: steps.card,
  })
})
