import { afterEach, describe, expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import {
  busConnections,
  connected,
  eventually,
  newId,
  readStack,
  startProxy,
} from '../testing/index.ts'
import { tailEvents, type BrokerName, type EventBus } from './index.ts'

const HOUR_MS = 3_600_000
const log = createLog('test', 'silent')
const proxies: { stop: () => unknown }[] = []

afterEach(() => {
  for (const proxy of proxies.splice(0)) proxy.stop()
})

const unique = () => `tail-${crypto.randomUUID().slice(0, 8)}`

async function publishAll(bus: EventBus, texts: string[]): Promise<void> {
  for (const text of texts) await bus.publish('news', text)
}

describe.each<BrokerName>(['stan', 'jetstream'])('%s', (kind) => {
  const connectAs = busConnections(kind)
  const server = kind === 'stan' ? 'nats' : 'jetstream'
  const urlOf = async () => (await readStack())[server].url

  async function connect(clientId: string, prefix: string, url?: string): Promise<EventBus> {
    const at = url === undefined ? {} : { NATS_URL: url, JETSTREAM_URL: url }
    const bus = await connectAs(clientId, { SUBJECT_PREFIX: `${prefix}.`, ...at })
    await connected(bus)
    return bus
  }

  test('every process gets recent messages in order, then new ones', async () => {
    const id = unique()
    const [first, second] = [await connect(`${id}-0`, id), await connect(`${id}-1`, id)]
    await publishAll(first, ['a', 'b', 'c'])
    for (const bus of [first, second]) {
      const received: string[] = []
      await bus.tail('news', HOUR_MS, (text) => received.push(text))
      expect(received.slice(0, 3)).toEqual(['a', 'b', 'c'])
      await bus.publish('news', 'later')
      await eventually(() => expect(received).toContain('later'))
    }
  })

  test('it resolves only when all recent messages were delivered', async () => {
    const id = unique()
    const bus = await connect(id, id)
    const texts = Array.from({ length: 3000 }, (_, i) => String(i))
    await Promise.all(texts.map((text) => bus.publish('news', text)))
    const received = new Set<string>()
    await bus.tail('news', HOUR_MS, (text) => received.add(text))
    expect(received.size).toBe(texts.length)
  })

  test('an empty channel resolves at once', async () => {
    const id = unique()
    const bus = await connect(id, id)
    const received: string[] = []
    await bus.tail('news', HOUR_MS, (text) => received.push(text))
    await publishAll(bus, ['old'])
    await eventually(() => expect(received).toEqual(['old']))
    const later: string[] = []
    await bus.tail('news', 0, (text) => later.push(text))
    await publishAll(bus, ['new'])
    await eventually(() => expect(later).toEqual(['new']))
  })

  test('messages published during a lost connection are delivered after it', async () => {
    const id = unique()
    const proxy = await startProxy(await urlOf())
    proxies.push(proxy)
    const [lost, other] = [await connect(`${id}-0`, id, proxy.url), await connect(`${id}-1`, id)]
    const received: string[] = []
    await publishAll(other, ['before'])
    await lost.tail('news', HOUR_MS, (text) => received.push(text))
    proxy.cut()
    await eventually(() => expect(lost.isConnected()).toBe(false))
    await publishAll(other, ['missed'])
    proxy.mend()
    await eventually(() => expect(received).toEqual(['before', 'before', 'missed']), 20_000)
    await publishAll(other, ['after'])
    await eventually(() => expect(received).toContain('after'))
  }, 30_000)

  test('a tail opened without a broker resolves once the broker is back', async () => {
    const id = unique()
    const proxy = await startProxy(await urlOf())
    proxies.push(proxy)
    const [late, other] = [await connect(`${id}-0`, id, proxy.url), await connect(`${id}-1`, id)]
    await publishAll(other, ['before'])
    proxy.cut()
    await eventually(() => expect(late.isConnected()).toBe(false))
    const received: string[] = []
    const caughtUp = late.tail('news', HOUR_MS, (text) => received.push(text))
    expect(Bun.peek.status(caughtUp)).toBe('pending')
    proxy.mend()
    await caughtUp
    expect(received).toEqual(['before'])
  }, 30_000)

  test('invalid events are skipped', async () => {
    const id = unique()
    const bus = await connect(id, id)
    const meta = { eventId: id, at: new Date().toISOString(), correlationId: id, v: 1 }
    const good = { userId: newId(), before: 1, exp: 2, meta }
    for (const text of [
      '',
      '{',
      '{}',
      JSON.stringify({ ...good, userId: 7 }),
      JSON.stringify(good),
    ])
      await bus.publish('session:revoked', text)
    const received: unknown[] = []
    const take = (event: unknown) => received.push(event)
    await tailEvents(bus, 'session:revoked', take, { sinceMs: HOUR_MS, log })
    expect(received).toEqual([good])
  })
})
