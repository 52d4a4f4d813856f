import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser, type TestService } from '@shop/shared/testing'
import {
  ledgerDepsOf,
  ledgerOf,
  notesOf,
  sellNew,
  startProducts,
  stockOf,
} from '../testing/index.ts'
import { unrecordedMoves } from './unrecorded-moves.ts'

let service: TestService
let deps: ReturnType<typeof ledgerDepsOf>
beforeAll(async () => {
  service = await startProducts()
  deps = ledgerDepsOf(service)
})
afterAll(() => service.stop())

const seller = newUser()
const wanted = (delta: number) => ({
  delta,
  reason: 'delivery' as const,
  by: seller.sub,
  at: new Date(),
})

test('a crash after the change of stock loses no entry of the ledger', async () => {
  const id = await sellNew(service, 5, seller)
  await deps.stock.move(id, wanted(3))
  await deps.stock.move(id, wanted(-2))
  expect(await stockOf(service, id)).toMatchObject({ quantity: 6, available: 6, version: 2 })
  await eventually(async () => expect(await notesOf(service, id)).toEqual([]))
  const ledger = await ledgerOf(service, id)
  expect(ledger.map(({ delta, after }) => [delta, after])).toEqual([
    [3, 8],
    [-2, 6],
  ])
})

test('a crash after the ledger entry duplicates none', async () => {
  const id = await sellNew(service, 5, seller)
  const moved = await deps.stock.move(id, wanted(3))
  if (moved !== null) await deps.ledger.record(moved.move)
  await eventually(async () => expect(await notesOf(service, id)).toEqual([]))
  expect(await ledgerOf(service, id)).toHaveLength(1)
})

test('many replicas that record the same move at once record it once', async () => {
  const id = await sellNew(service, 5, seller)
  for (const delta of [1, 2, 3]) await deps.stock.move(id, wanted(delta))
  await Promise.all(Array.from({ length: 8 }, () => unrecordedMoves(deps).run()))
  const ledger = await ledgerOf(service, id)
  expect(ledger.map(({ delta, after }) => [delta, after])).toEqual([
    [1, 6],
    [2, 8],
    [3, 11],
  ])
  expect(await notesOf(service, id)).toEqual([])
})
