import { afterEach, beforeAll, expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import { eventually, readStack, type StackFile } from '../testing/index.ts'
import { NatsStreamingBus } from './nats-streaming.ts'

let stack: StackFile
const open: NatsStreamingBus[] = []

beforeAll(async () => {
  stack = await readStack()
})

afterEach(async () => {
  for (const bus of open.splice(0)) {
    await bus.stopConsuming()
    await bus.close()
  }
})

function connectAs(clientId: string, prefix: string, ackWaitS = 1): NatsStreamingBus {
  const { url, clusterId } = stack.nats
  const log = createLog('test', 'silent')
  const bus = new NatsStreamingBus({ url, clusterId, clientId, ackWaitS, prefix, log })
  open.push(bus)
  return bus
}

const unique = () => `bus-${crypto.randomUUID().slice(0, 8)}`
const connected = (bus: NatsStreamingBus) => eventually(() => expect(bus.isConnected()).toBe(true))

test('a message is kept for a group that subscribes later', async () => {
  const id = unique()
  const bus = connectAs(id, `${id}.`)
  await connected(bus)
  await bus.publish('news', 'hello')
  const seen: string[] = []
  bus.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
  await eventually(() => expect(seen).toEqual(['hello']))
})

test('a backlog is delivered without redeliveries', async () => {
  const id = unique()
  const bus = connectAs(id, `${id}.`, 600)
  await connected(bus)
  const texts = Array.from({ length: 100 }, (_, n) => String(n))
  await Promise.all(texts.map((text) => bus.publish('news', text)))
  const seen = new Set<string>()
  bus.subscribe('news', 'readers', async ({ text }) => void seen.add(text))
  await eventually(() => expect(seen.size).toBe(100))
})

test('a rejected message is redelivered, a handled one is not', async () => {
  const id = unique()
  const bus = connectAs(id, `${id}.`)
  await connected(bus)
  const seen: number[] = []
  bus.subscribe('news', 'readers', async ({ redeliveries }) => {
    seen.push(redeliveries)
    if (redeliveries < 2) throw new Error('not now')
  })
  await bus.publish('news', 'hello')
  await eventually(() => expect(seen).toEqual([0, 1, 2]))
  await bus.publish('news', 'again')
  await eventually(() => expect(seen.length).toBeGreaterThan(3))
  expect(seen[3]).toBe(0)
})

test('two members of a group share the messages', async () => {
  const id = unique()
  const [first, second] = [connectAs(`${id}-0`, `${id}.`), connectAs(`${id}-1`, `${id}.`)]
  await connected(first)
  await connected(second)
  const seen: string[] = []
  for (const member of [first, second])
    member.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
  await Promise.all(Array.from({ length: 20 }, (_, i) => first.publish('news', String(i))))
  await eventually(() => expect(new Set(seen).size).toBe(20))
})

test('a restarted member with the same client id resumes', async () => {
  const id = unique()
  const bus = connectAs(id, `${id}.`)
  await connected(bus)
  const seen: string[] = []
  bus.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
  await bus.publish('news', 'before')
  await eventually(() => expect(seen).toContain('before'))
  await bus.stopConsuming()
  await bus.close()
  const next = connectAs(id, `${id}.`)
  next.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
  await connected(next)
  await next.publish('news', 'after')
  await eventually(() => expect(seen).toContain('after'))
})

test('publishing without a connection rejects', async () => {
  const id = unique()
  const bus = connectAs(id, '')
  expect(bus.publish('news', 'hello')).rejects.toThrow('not connected')
})
