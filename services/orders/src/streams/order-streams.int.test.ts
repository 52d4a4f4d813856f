import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, eventually } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders
let replica: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
  const { MONGO_URL, SUBJECT_PREFIX } = service.config
  replica = await startTestOrders({ MONGO_URL, SUBJECT_PREFIX }, { pollMs: 20 })
})

afterAll(async () => {
  await replica.stop()
  await service.stop()
})

test('writes of another replica are sent too', async () => {
  const placed = await service.placedOrder()
  const { next } = await service.follow(placed)
  expect((await next())?.data.status).toBe('Created')
  await replica.call('DELETE', placed.path, { as: placed.buyer })
  expect((await next())?.data).toMatchObject({ status: 'Cancelled', version: 1 })
  expect(await next()).toBeUndefined()
})

test('each poll is one query, however many streams are open', async () => {
  const [one, two] = [await service.placedOrder(), await service.placedOrder()]
  const all = [one, one, one, two, two]
  const streams = await Promise.all(all.map((placed) => replica.follow(placed)))
  for (const { next } of streams) await next()
  const profile = (filter = {}) =>
    replica.db
      .collection('system.profile')
      .find({ op: 'query', ns: /\.orders$/, 'command.filter.outboxAt': null, ...filter })
      .toArray()
  const commands = await commandsOf(replica, () =>
    eventually(async () => expect((await profile()).length).toBeGreaterThan(5)),
  )
  expect(new Set(commands)).toEqual(new Set(['query orders']))
  const isSweep = { 'command.filter._id': { $exists: false } }
  const ids = [one, two].map(({ order }) => order.id)
  for (const { command } of await profile({ $nor: [isSweep] }))
    expect(new Set(command.filter._id.$in.map(String))).toEqual(new Set(ids))
  for (const { leave } of streams) leave()
})
