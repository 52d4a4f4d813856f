import { expect, test } from 'bun:test'
import { OrderStatus } from '@shop/shared/contracts'
import {
  MOVES,
  PAYMENT_STATES,
  RESERVATION_STATES,
  orderStatesBefore,
  statesBefore,
} from './shared-code.ts'
import { simulate } from './simulate.ts'

const RUNS = 500

const taken = new Set<string>()
for (let seed = 1; seed <= RUNS; seed += 1)
  for (const transition of simulate(seed).transitions) taken.add(transition)

/** What the runs have done to documents of a kind. */
function takenBy(kind: string): string[] {
  const mark = `${kind} `
  return [...taken].filter((each) => each.startsWith(mark)).map((each) => each.slice(mark.length))
}

test('payments take every transition that the service allows, and no other', () => {
  const allowed = PAYMENT_STATES.flatMap((to) => statesBefore(to).map((from) => `${from} → ${to}`))
  expect(takenBy('payment').toSorted()).toEqual(allowed.toSorted())
})

test('reservations take every step that the service has, and no other', () => {
  const steps = Object.values(MOVES)
  const allowed = steps.flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`))
  expect(takenBy('reservation').toSorted()).toEqual([...new Set(allowed)].toSorted())
})

test('every state of a reservation is reached', () => {
  const reached = takenBy('reservation').flatMap((each) => each.split(' → '))
  expect(new Set(reached)).toEqual(new Set<string>(RESERVATION_STATES))
})

test('orders take every transition that the service allows, and no other', () => {
  const allowed = OrderStatus.options.flatMap((to) =>
    orderStatesBefore(to).map((from) => `${from} → ${to}`),
  )
  expect(takenBy('order').toSorted()).toEqual(allowed.toSorted())
})
