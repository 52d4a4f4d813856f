import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { editOf } from '../domain/edit.ts'
import { createProductModel } from '../product-model.ts'
import { ProductRepository } from '../product-repository.ts'
import {
  addsUp,
  captured,
  ledgerOf,
  newPayment,
  replicaOf,
  sellNew,
  startProducts,
  stockOf,
} from '../testing/index.ts'

const SALES = 50
const EDITS = 50
const INITIAL = 60

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()

async function sell(productId: string): Promise<void> {
  const replica = replicaOf(service)
  const payment = newPayment({ [productId]: 1 })
  await replica.authorized(payment)
  await replica.created(captured(payment))
}

const times = (count: number, work: () => Promise<void>) =>
  Array.from({ length: count }, () => work())

test('50 edits of the quantity during 50 sales: each counts once', async () => {
  const id = await sellNew(service, INITIAL, seller)
  const path = `/api/products/${id}`
  let refused = 0
  // Like a seller who counted one item more than shown, until it is accepted.
  async function addOne(): Promise<void> {
    for (;;) {
      const { quantity, version } = (await service.call('GET', path)).body
      const json = { title: 'Mug', price: 12.5, quantity: quantity + 1, version }
      const { status } = await service.call('PUT', path, { as: seller, json })
      if (status === 200) return
      expect(status).toBe(409)
      refused += 1
    }
  }
  await Promise.all([...times(SALES, () => sell(id)), ...times(EDITS, addOne)])
  const left = INITIAL - SALES + EDITS
  expect(await stockOf(service, id)).toEqual({
    quantity: left,
    available: left,
    holds: [],
    version: SALES + EDITS,
  })
  expect(refused).toBeGreaterThan(0)
  const ledger = await ledgerOf(service, id)
  expect(addsUp(ledger, left)).toBe(true)
  expect(Map.groupBy(ledger, ({ reason }) => reason).get('sale')).toHaveLength(SALES)
})

test('an edit without a version applies as a difference to the quantity it was based on', async () => {
  const id = await sellNew(service, INITIAL, seller)
  const products = new ProductRepository(createProductModel(service.db), () => {})
  const applied: number[] = []
  async function addTwo(): Promise<void> {
    const read = await products.find(id)
    if (read === null) return
    const edited = await products.edit(
      id,
      editOf(read, { title: 'Mug', price: 12.5, quantity: read.quantity + 2 }),
      read.userId,
    )
    if (edited !== null) applied.push(2)
  }
  await Promise.all([...times(SALES, () => sell(id)), ...times(EDITS, addTwo)])
  const left = INITIAL - SALES + 2 * applied.length
  expect(await stockOf(service, id)).toMatchObject({ quantity: left, available: left, holds: [] })
  expect(applied.length).toBeGreaterThan(0)
})

test('50 stock moves during 50 sales: each counts once and is in the ledger once', async () => {
  const id = await sellNew(service, INITIAL, seller)
  const deltas = Array.from({ length: EDITS }, (_, n) => (n % 2 === 0 ? 3 : -1))
  const changeBy = async (delta: number) => {
    const json = { delta, reason: 'count' }
    const call = { as: seller, json }
    expect((await service.call('POST', `/api/products/${id}/stock`, call)).status).toBe(200)
  }
  await Promise.all([...times(SALES, () => sell(id)), ...deltas.map(changeBy)])
  const left = INITIAL - SALES + deltas.reduce((sum, delta) => sum + delta, 0)
  expect(await stockOf(service, id)).toEqual({
    quantity: left,
    available: left,
    holds: [],
    version: SALES + EDITS,
  })
  const ledger = await ledgerOf(service, id)
  expect(addsUp(ledger, left)).toBe(true)
  const counts = ledger.filter(({ reason }) => reason === 'count')
  for (const delta of [3, -1])
    expect(counts.filter((move) => move.delta === delta)).toHaveLength(EDITS / 2)
})

test('of more stock moves than there is stock for, only as many succeed', async () => {
  const id = await sellNew(service, 10, seller)
  const takeThree = () =>
    service.call('POST', `/api/products/${id}/stock`, {
      as: seller,
      json: { delta: -3, reason: 'damage' },
    })
  const responses = await Promise.all(Array.from({ length: 20 }, takeThree))
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(3)
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(17)
  expect(await stockOf(service, id)).toMatchObject({ quantity: 1, available: 1, version: 3 })
  expect((await ledgerOf(service, id)).map(({ after }) => after)).toEqual([10, 7, 4, 1])
})

test('stock is never lowered below what is reserved, however many payments claim it meanwhile', async () => {
  const id = await sellNew(service, INITIAL, seller)
  const path = `/api/products/${id}`
  const replica = replicaOf(service)
  const claim = () => replica.authorized(newPayment({ [id]: 1 }))
  const lower = async () => {
    const { quantity } = (await service.call('GET', path)).body
    const json = { title: 'Mug', price: 12.5, quantity: Math.max(0, quantity - 5) }
    await service.call('PUT', path, { as: seller, json })
  }
  await Promise.all([...times(SALES, claim), ...times(EDITS, lower)])
  const { quantity, available, holds } = await stockOf(service, id)
  expect(available).toBeGreaterThanOrEqual(0)
  expect(quantity - available).toBe(holds.length)
})
