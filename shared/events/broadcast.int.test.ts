import { afterEach, beforeAll, expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import { eventually, newId, readStack, startProxy, type StackFile } from '../testing/index.ts'
import { NatsStreamingBus, hearAll } from './index.ts'

const HOUR_MS = 3_600_000
const log = createLog('test', 'silent')
const ends: (() => unknown)[] = []
let stack: StackFile

beforeAll(async () => {
  stack = await readStack()
})

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const unique = () => `cast-${crypto.randomUUID().slice(0, 8)}`

async function connectAs(clientId: string, prefix: string, url = stack.nats.url) {
  const { clusterId } = stack.nats
  const bus = new NatsStreamingBus({ url, clusterId, clientId, ackWaitS: 1, prefix, log })
  ends.push(async () => {
    await bus.stopConsuming()
    await bus.close()
  })
  await eventually(() => expect(bus.isConnected()).toBe(true))
  return bus
}

async function publishAll(bus: NatsStreamingBus, texts: string[]): Promise<void> {
  for (const text of texts) await bus.publish('news', text)
}

test('everyone hears what was said before, in order, and then what follows', async () => {
  const id = unique()
  const [first, second] = [await connectAs(`${id}-0`, id), await connectAs(`${id}-1`, id)]
  await publishAll(first, ['a', 'b', 'c'])
  for (const bus of [first, second]) {
    const heard: string[] = []
    await bus.broadcast('news', HOUR_MS, (text) => heard.push(text))
    expect(heard.slice(0, 3)).toEqual(['a', 'b', 'c'])
    await bus.publish('news', 'later')
    await eventually(() => expect(heard).toContain('later'))
  }
})

test('the past is told when all of it was, however long it is', async () => {
  const id = unique()
  const bus = await connectAs(id, id)
  const texts = Array.from({ length: 3000 }, (_, i) => String(i))
  await Promise.all(texts.map((text) => bus.publish('news', text)))
  const heard = new Set<string>()
  await bus.broadcast('news', HOUR_MS, (text) => heard.add(text))
  expect(heard.size).toBe(texts.length)
})

test('nobody waits for the past of a channel that has none', async () => {
  const id = unique()
  const bus = await connectAs(id, id)
  const heard: string[] = []
  await bus.broadcast('news', HOUR_MS, (text) => heard.push(text))
  await publishAll(bus, ['old'])
  await eventually(() => expect(heard).toEqual(['old']))
  const later: string[] = []
  await bus.broadcast('news', 0, (text) => later.push(text))
  await publishAll(bus, ['new'])
  await eventually(() => expect(later).toEqual(['new']))
})

test('what was said while the connection was lost is heard after it', async () => {
  const id = unique()
  const proxy = await startProxy(stack.nats.url)
  ends.push(() => proxy.stop())
  const [lost, other] = [await connectAs(`${id}-0`, id, proxy.url), await connectAs(`${id}-1`, id)]
  const heard: string[] = []
  await publishAll(other, ['before'])
  await lost.broadcast('news', HOUR_MS, (text) => heard.push(text))
  proxy.cut()
  await eventually(() => expect(lost.isConnected()).toBe(false))
  await publishAll(other, ['missed'])
  proxy.mend()
  await eventually(() => expect(heard).toEqual(['before', 'before', 'missed']), 20_000)
  await publishAll(other, ['after'])
  await eventually(() => expect(heard).toContain('after'))
}, 30_000)

test('who asks while the broker is away is answered when it is back', async () => {
  const id = unique()
  const proxy = await startProxy(stack.nats.url)
  ends.push(() => proxy.stop())
  const [late, other] = [await connectAs(`${id}-0`, id, proxy.url), await connectAs(`${id}-1`, id)]
  await publishAll(other, ['before'])
  proxy.cut()
  await eventually(() => expect(late.isConnected()).toBe(false))
  const heard: string[] = []
  const told = late.broadcast('news', HOUR_MS, (text) => heard.push(text))
  expect(Bun.peek.status(told)).toBe('pending')
  proxy.mend()
  await told
  expect(heard).toEqual(['before'])
}, 30_000)

test('what breaks the contract is left out, and the rest is heard', async () => {
  const id = unique()
  const bus = await connectAs(id, id)
  const meta = { eventId: id, at: new Date().toISOString(), correlationId: id, v: 1 }
  const good = { userId: newId(), before: 1, exp: 2, meta }
  for (const text of ['', '{', '{}', JSON.stringify({ ...good, userId: 7 }), JSON.stringify(good)])
    await bus.publish('session:revoked', text)
  const heard: unknown[] = []
  const take = (event: unknown) => heard.push(event)
  await hearAll(bus, 'session:revoked', take, { sinceMs: HOUR_MS, log })
  expect(heard).toEqual([good])
})
