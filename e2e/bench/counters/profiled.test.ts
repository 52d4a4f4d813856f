import { expect, test } from 'bun:test'
import { isCommand } from './profiled.ts'

const find = (filter: object, nreturned: number) =>
  isCommand({ op: 'query', ns: 'orders.orders', nreturned, command: { filter } })

test('a poll that finds no event is no work; one that finds some is', () => {
  const isDue = { outboxAt: { $lte: new Date() } }
  expect(find(isDue, 0)).toBe(false)
  expect(find({ $or: [isDue, { outboxAt: { $gt: new Date() } }] }, 0)).toBe(false)
  expect(find(isDue, 1)).toBe(true)
})

test('a search for nothing else, and every write, is work', () => {
  expect(find({ _id: 1 }, 0)).toBe(true)
  const filter = { outboxAt: 1 }
  expect(isCommand({ op: 'update', ns: 'orders.orders', command: { filter } })).toBe(true)
  expect(isCommand({ op: 'command', ns: 'orders.orders' })).toBe(true)
})

test('what the profiler does itself is no work', () => {
  expect(isCommand({ op: 'command', ns: 'orders.system.profile' })).toBe(false)
})
