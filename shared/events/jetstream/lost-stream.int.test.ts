import { afterAll, beforeAll, expect, test } from 'bun:test'
import { jetstreamManager, type JetStreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import { busConnections, connected, eventually, readStack } from '../../testing/index.ts'
import { authOf, hostsOf } from './urls.ts'

const HOUR_MS = 3_600_000
/** A revocation must be heard so soon after the store was lost. */
const HEARD_WITHIN_MS = 5000

const connectAs = busConnections('jetstream')
let connection: NatsConnection
let manager: JetStreamManager

beforeAll(async () => {
  const { url } = (await readStack()).jetstream
  connection = await connect({ servers: hostsOf(url), ...authOf(url) })
  manager = await jetstreamManager(connection)
})

afterAll(() => connection.close())

async function open(ACK_WAIT_S = 1) {
  const stream = `lost-${crypto.randomUUID().slice(0, 8)}`
  const bus = await connectAs(stream, { SUBJECT_PREFIX: `${stream}.`, ACK_WAIT_S })
  await connected(bus)
  return { stream, bus }
}

test('a stream that was deleted is created again, and its consumers resume', async () => {
  const { stream, bus } = await open()
  const seen: string[] = []
  const connections: unknown[] = []
  bus.brokers[0]?.onConnected((each) => connections.push(each))
  bus.subscribe('order:created', 'payments', async ({ text }) => void seen.push(text))
  await bus.publish('order:created', 'before')
  await eventually(() => expect(seen).toEqual(['before']))
  await manager.streams.delete(stream)
  await eventually(() => bus.publish('order:created', 'after'), 20_000)
  await eventually(() => expect(seen).toEqual(['before', 'after']), 20_000)
  // What was lost is looked for on each new connection.
  expect(connections.length).toBeGreaterThan(1)
}, 30_000)

test('a consumer that was deleted is created again', async () => {
  const { stream, bus } = await open()
  const seen = new Set<string>()
  bus.subscribe('order:created', 'payments', async ({ text }) => void seen.add(text))
  await bus.publish('order:created', 'before')
  await eventually(() => expect(seen).toEqual(new Set(['before'])))
  await manager.consumers.delete(stream, 'payments_order_created')
  await bus.publish('order:created', 'after')
  await eventually(() => expect(seen).toEqual(new Set(['before', 'after'])), 20_000)
}, 30_000)

test('the next message is heard soon after the stream was lost, although the new one is shorter', async () => {
  const { stream, bus } = await open()
  for (let n = 0; n < 100; n += 1) await bus.publish('session:revoked', `old ${n}`)
  const received: string[] = []
  await bus.tail('session:revoked', HOUR_MS, (text) => received.push(text))
  expect(received).toHaveLength(100)
  await manager.streams.delete(stream)
  await eventually(() => bus.publish('session:revoked', 'new'), 20_000)
  await eventually(() => expect(received).toContain('new'), HEARD_WITHIN_MS)
}, 30_000)

test('messages that wait to be redelivered hold up no others', async () => {
  const { bus } = await open(600)
  const seen: string[] = []
  bus.subscribe('order:created', 'payments', async ({ text }) => {
    if (text === 'early') throw new Error('not yet')
    seen.push(text)
  })
  for (let n = 0; n < 20; n += 1) await bus.publish('order:created', 'early')
  await bus.publish('order:created', 'next')
  await eventually(() => expect(seen).toEqual(['next']))
})

test('a message published twice under one id is stored once', async () => {
  const { stream, bus } = await open()
  await bus.publish('order:created', 'once', 'id-1')
  await bus.publish('order:created', 'once', 'id-1')
  await bus.publish('order:created', 'other', 'id-2')
  expect((await manager.streams.info(stream)).state.messages).toBe(2)
})

test('events are stored on disk, kept for eight days, and never dropped for new ones', async () => {
  const { stream } = await open()
  const { config } = await manager.streams.info(stream)
  expect(config).toMatchObject({
    storage: 'file',
    discard: 'new',
    retention: 'limits',
    max_age: 8 * 24 * HOUR_MS * 1_000_000,
    max_msgs: -1,
    max_bytes: -1,
  })
})
