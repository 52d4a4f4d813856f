import { describe, expect, test } from 'bun:test'
import { busConnections, connected, eventually } from '../testing/index.ts'
import type { BrokerConnection, BrokerName } from './index.ts'

const unique = () => `bus-${crypto.randomUUID().slice(0, 8)}`
const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n))

describe.each<BrokerName>(['stan', 'jetstream'])('%s', (kind) => {
  const connectAs = busConnections(kind)

  /** A connection with subjects of its own. */
  async function connect(ackWaitS = 1) {
    const id = unique()
    const prefix = { SUBJECT_PREFIX: `${id}.` }
    const bus = await connectAs(id, { ...prefix, ACK_WAIT_S: ackWaitS })
    await connected(bus)
    return { id, prefix, bus }
  }

  test('a message is kept for a group that subscribes later', async () => {
    const { bus } = await connect()
    await bus.publish('news', 'hello')
    const seen: string[] = []
    bus.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
    await eventually(() => expect(seen).toEqual(['hello']))
  })

  test('each group gets every message', async () => {
    const { bus } = await connect()
    const seen: string[] = []
    for (const group of ['readers', 'writers'])
      bus.subscribe('news:today', group, async ({ text }) => void seen.push(`${group} ${text}`))
    await bus.publish('news:today', 'hello')
    await eventually(() => expect(seen.toSorted()).toEqual(['readers hello', 'writers hello']))
  })

  test('a backlog is delivered without redeliveries', async () => {
    const { bus } = await connect(600)
    const texts = numbers(100)
    await Promise.all(texts.map((text) => bus.publish('news', text)))
    const seen: string[] = []
    bus.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
    await eventually(() => expect(seen).toHaveLength(100))
    expect(new Set(seen).size).toBe(100)
  })

  test('a rejected message is redelivered, a handled one is not', async () => {
    const { bus } = await connect()
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
    const { id, prefix, bus: first } = await connect()
    const second = await connectAs(`${id}-1`, prefix)
    await connected(second)
    const seen: string[] = []
    const members = new Set<number>()
    for (const [n, member] of [first, second].entries())
      member.subscribe('news', 'readers', async ({ text }) => {
        seen.push(text)
        members.add(n)
      })
    for (const text of numbers(200)) await first.publish('news', text)
    await eventually(() => expect(new Set(seen).size).toBe(200))
    expect(members.size).toBe(2)
  })

  test('a restarted member resumes', async () => {
    const { id, prefix, bus } = await connect()
    const seen: string[] = []
    bus.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
    await bus.publish('news', 'before')
    await eventually(() => expect(seen).toContain('before'))
    await bus.stopConsuming()
    await bus.close()
    const next = await connectAs(id, prefix)
    next.subscribe('news', 'readers', async ({ text }) => void seen.push(text))
    await connected(next)
    await next.publish('news', 'after')
    await eventually(() => expect(seen).toContain('after'))
    expect(seen).toEqual(['before', 'after'])
  })

  test('the newest message of a subject is known, and that there is none', async () => {
    const { bus } = await connect()
    const connection = await new Promise<BrokerConnection>((resolve) =>
      bus.brokers[0]?.onConnected(resolve),
    )
    expect(await connection.newest(['news'])).toEqual([null])
    await connection.publish('news', 'first')
    const [first] = await connection.newest(['news'])
    expect(first?.text).toBe('first')
    await connection.publish('other', 'unrelated')
    await connection.publish('news', 'second')
    const [second, other] = await connection.newest(['news', 'other'])
    expect(second?.text).toBe('second')
    expect(other?.text).toBe('unrelated')
    expect(second?.sequence).toBeGreaterThan(first?.sequence ?? 0)
  })

  test('a message that does not follow the newest one is rejected by a broker that can tell, and the connection stays', async () => {
    const { bus } = await connect()
    const connections: BrokerConnection[] = []
    bus.brokers[0]?.onConnected((connection) => connections.push(connection))
    const [connection] = connections
    if (connection === undefined) throw new Error('the bus is not connected')
    await connection.publish('news', 'first', null)
    const late = connection.publish('news', 'late', null)
    if (kind === 'stan') await late
    else expect(await late.catch(String)).toContain('not stored')
    await connection.publish('news', 'second')
    expect(connections).toHaveLength(1)
  })

  test('publishing without a connection rejects', async () => {
    const bus = await connectAs(unique())
    expect(bus.publish('news', 'hello')).rejects.toThrow('not connected')
  })
})
