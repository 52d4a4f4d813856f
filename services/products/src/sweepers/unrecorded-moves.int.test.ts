import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser, type TestService } from '@shop/shared/testing'
import {
  captured,
  changesOf,
  ledgerOf,
  newPayment,
  replicaOf,
  sellNew,
  startProducts,
  stockDepsOf,
  stockOf,
} from '../testing/index.ts'
import { unrecordedMoves } from './unrecorded-moves.ts'

let service: TestService
let deps: ReturnType<typeof stockDepsOf>
beforeAll(async () => {
  service = await startProducts()
  deps = stockDepsOf(service)
})
afterAll(() => service.stop())

const seller = newUser()
const cause = { reason: 'delivery' as const, by: seller.sub }
const isRecorded = (id: string) =>
  eventually(async () => expect(await deps.pending.of(id)).toEqual([]))

test('every change of the stock is moved to the ledger', async () => {
  const id = await sellNew(service, 5, seller)
  await deps.stock.move(id, 3, cause)
  await deps.stock.move(id, -2, cause)
  expect(await stockOf(service, id)).toMatchObject({ quantity: 6, available: 6, version: 2 })
  await isRecorded(id)
  expect(await changesOf(service, id)).toEqual([
    ['opening', 5, 5],
    ['delivery', 3, 8],
    ['delivery', -2, 6],
  ])
  const versions = (await ledgerOf(service, id)).map(({ version }) => version)
  expect(versions).toEqual([0, 1, 2])
})

test('a crash after the ledger entry duplicates none', async () => {
  const id = await sellNew(service, 5, seller)
  await deps.stock.move(id, 3, cause)
  await deps.ledger.record(await deps.pending.of(id))
  await isRecorded(id)
  expect(await changesOf(service, id)).toEqual([
    ['opening', 5, 5],
    ['delivery', 3, 8],
  ])
})

test('many replicas that record the same changes at once record each once', async () => {
  const id = await sellNew(service, 5, seller)
  for (const delta of [1, 2, 3]) await deps.stock.move(id, delta, cause)
  await Promise.all(Array.from({ length: 8 }, () => unrecordedMoves(deps).run()))
  expect(await deps.pending.of(id)).toEqual([])
  expect(await changesOf(service, id)).toEqual([
    ['opening', 5, 5],
    ['delivery', 1, 6],
    ['delivery', 2, 8],
    ['delivery', 3, 11],
  ])
})

test('a product that sells a lot keeps few pending changes, whatever the sweeper does', async () => {
  const quiet = await startProducts(undefined, { SWEEP_MS: 600_000 })
  try {
    const replica = replicaOf(quiet)
    const id = await sellNew(quiet, 30, seller)
    for (let sold = 0; sold < 25; sold += 1) {
      const payment = newPayment({ [id]: 1 })
      await replica.authorized(payment)
      await replica.created(captured(payment))
    }
    expect((await stockDepsOf(quiet).pending.of(id)).length).toBeLessThan(20)
    expect(await changesOf(quiet, id)).toHaveLength(26)
  } finally {
    await quiet.stop()
  }
}, 30_000)
