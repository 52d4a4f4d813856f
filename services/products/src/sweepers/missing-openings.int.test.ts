import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, type TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'
import {
  captured,
  changesOf,
  newPayment,
  replicaOf,
  sellNew,
  startProducts,
  stockDepsOf,
} from '../testing/index.ts'
import { missingOpenings } from './missing-openings.ts'

let service: TestService
let deps: ReturnType<typeof stockDepsOf>
beforeAll(async () => {
  service = await startProducts()
  deps = stockDepsOf(service)
})
afterAll(() => service.stop())

/** A product of an earlier release, which recorded only what sellers counted, at version 3 with 7 pieces. */
async function olderProduct(): Promise<string> {
  const id = await sellNew(service, 7)
  await eventually(async () => expect(await deps.pending.of(id)).toEqual([]))
  await service.db.collection('stockmoves').deleteMany({ productId: id })
  await service.db
    .collection('products')
    .updateOne({ _id: new Types.ObjectId(id) }, { $unset: { isOpened: 1 }, $set: { version: 3 } })
  const earlier = { productId: id, reason: 'count', by: id, at: new Date() }
  await service.db.collection('stockmoves').insertMany([
    { ...earlier, delta: 4, after: 9 },
    { ...earlier, delta: -1, after: 8 },
  ])
  return id
}

async function sellOne(id: string): Promise<void> {
  const payment = newPayment({ [id]: 1 })
  await replicaOf(service).authorized(payment)
  await replicaOf(service).created(captured(payment))
}

const HISTORY: [string, number, number][] = [
  ['count', 4, 9],
  ['count', -1, 8],
  ['opening', 4, 7],
]

test('the ledger of an older product is opened by an entry that makes it add up', async () => {
  const id = await olderProduct()
  await missingOpenings(deps).run()
  expect(await changesOf(service, id)).toEqual(HISTORY)
})

test('sales before and after do not matter, nor does opening it again at once', async () => {
  const id = await olderProduct()
  await sellOne(id)
  await Promise.all(Array.from({ length: 4 }, () => missingOpenings(deps).run()))
  await sellOne(id)
  await service.db.collection('products').updateMany({}, { $unset: { isOpened: 1 } })
  await missingOpenings(deps).run()
  expect(await changesOf(service, id)).toEqual([...HISTORY, ['sale', -1, 6], ['sale', -1, 5]])
})

test('a product that is sold meanwhile is opened right', async () => {
  const id = await olderProduct()
  const sales = Promise.all(Array.from({ length: 6 }, () => sellOne(id)))
  await Promise.all([sales, missingOpenings(deps).run()])
  expect(await changesOf(service, id)).toEqual([
    ...HISTORY,
    ...[6, 5, 4, 3, 2, 1].map((after): [string, number, number] => ['sale', -1, after]),
  ])
})
