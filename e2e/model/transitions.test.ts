import { expect, test } from 'bun:test'
import { OrderStatus } from '@shop/shared/contracts'
import {
  MOVES,
  PAYMENT_STATES,
  RESERVATION_STATES,
  orderStatesBefore,
  statesBefore,
} from './shared-code.ts'
import { PARCEL_MOVES, RETURN_MOVES } from './shop/after-sale/moves.ts'
import { simulate } from './simulate.ts'

const RUNS = 700

/** Without the faults that end most work early, rare transitions are made as well. */
const CALM = { elections: 0, outages: 0 }

const made = new Set<string>()
for (let seed = 1; seed <= RUNS; seed += 1)
  for (const transition of simulate(seed, { limits: CALM }).transitions) made.add(transition)

/** The transitions of all runs, by kind of document. */
function madeBy(kind: string): string[] {
  const mark = `${kind} `
  return [...made].filter((each) => each.startsWith(mark)).map((each) => each.slice(mark.length))
}

test('payments make exactly the transitions that the service allows', () => {
  const allowed = PAYMENT_STATES.flatMap((to) => statesBefore(to).map((from) => `${from} → ${to}`))
  expect(madeBy('payment').toSorted()).toEqual(allowed.toSorted())
})

test('reservations make exactly the transitions that the service allows', () => {
  const steps = Object.values(MOVES)
  const allowed = steps.flatMap(({ from, to }) => from.map((state) => `${state} → ${to}`))
  expect(madeBy('reservation').toSorted()).toEqual([...new Set(allowed)].toSorted())
})

test('reservations reach every state', () => {
  const reached = madeBy('reservation').flatMap((each) => each.split(' → '))
  expect(new Set(reached)).toEqual(new Set<string>(RESERVATION_STATES))
})

test('orders make exactly the transitions that the service allows', () => {
  const allowed = OrderStatus.options.flatMap((to) =>
    orderStatesBefore(to).map((from) => `${from} → ${to}`),
  )
  expect(madeBy('order').toSorted()).toEqual(allowed.toSorted())
})

test.each([
  ['parcel', PARCEL_MOVES],
  ['return', RETURN_MOVES],
])('every transition of a %s is made', (kind, moves: Record<string, string[]>) => {
  const allowed = Object.entries(moves).flatMap(([from, next]) =>
    next.map((to) => `${from} → ${to}`),
  )
  expect(madeBy(kind).toSorted()).toEqual(allowed.toSorted())
})
