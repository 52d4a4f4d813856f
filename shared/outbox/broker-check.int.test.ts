import { describe, expect, test } from 'bun:test'
import type { BrokerConnection, BrokerName } from '../events/index.ts'
import { eventually, newId } from '../testing/index.ts'
import { Marks, requestRepublish } from './marks.ts'
import { brokerChecks, connectionOf, minutesAgo } from './testing/broker-checks.ts'
import { listen } from './testing/listen.ts'

type Listener = (connection: BrokerConnection) => void

const { db, checks, startCheck, storedMark, marked } = brokerChecks()

describe.each<BrokerName>(['stan', 'jetstream'])('%s', (kind) => {
  test('an empty broker gets the events of a day with their own times, once; then it is marked', async () => {
    const broker = await listen(0, kind)
    const id = newId()
    const requested = startCheck(broker, id, kind)
    await marked(1)
    expect(requested.map(minutesAgo)).toEqual([24 * 60])
    expect(broker.published.filter((event) => event.id === id)).toHaveLength(1)
    const [event] = broker.published
    expect(minutesAgo(new Date(event?.at ?? 0))).toBe(60)
    // The mark knows the events that were republished before it.
    expect((await storedMark())?.sequences).toMatchObject({ 'order:cancelled': 1 })
  }, 30_000)

  test('a new connection gets what came after the mark, which is then renewed', async () => {
    const broker = await listen(0, kind)
    startCheck(broker, newId(), kind)
    await marked(1)
    await checks.pop()?.stop()
    const requested = startCheck(broker, newId(), kind)
    await marked(2)
    expect(requested.map(minutesAgo)).toEqual([1])
  }, 40_000)

  test('a broker that loses its store on a live connection gets everything again', async () => {
    const [before, after] = [await listen(0, kind), await listen(0, kind)]
    const connections = await Promise.all([before, after].map(connectionOf))
    let [current] = connections
    const connection: BrokerConnection = {
      publish: async (subject, text, previous) => current?.publish(subject, text, previous),
      newest: async (subjects) => current?.newest(subjects) ?? [],
    }
    const broker = { onConnected: (take: Listener) => take(connection) }
    const requested = startCheck({ broker }, newId(), kind)
    await marked(1)
    current = connections[1]
    await marked(2)
    expect(requested.map(minutesAgo)).toEqual([24 * 60, 24 * 60])
    expect(after.published).toHaveLength(1)
  }, 40_000)

  test('a requested republish is done once', async () => {
    const broker = await listen(0, kind)
    const requested = startCheck(broker, newId(), kind)
    await marked(1)
    await requestRepublish(db, new Date(0))
    await eventually(
      async () => expect(await storedMark()).not.toHaveProperty('republishSince'),
      20_000,
    )
    await marked(2)
    expect(requested.slice(1)).toEqual([new Date(0)])
  }, 40_000)

  test('a mark that another replica publishes meanwhile is the one to follow', async () => {
    const broker = await listen(0, kind)
    const connection = await connectionOf(broker)
    const other = new Marks(db, 'orders-1', kind)
    const markByOther = async () => {
      const stored = await other.read()
      const mark = { shop: stored.shop, epoch: 5, upTo: Date.now(), sequences: {} }
      const [last = null] = await connection.newest(['mark:orders'])
      await connection.publish('mark:orders', JSON.stringify(mark), last)
      await other.store(mark, stored)
    }
    const epochs: number[] = []
    let looks = 0
    const interrupted: BrokerConnection = {
      publish: async (subject, text, previous) => {
        if (subject === 'mark:orders') epochs.push(JSON.parse(text).epoch)
        await connection.publish(subject, text, previous)
      },
      newest: async (subjects) => {
        const found = await connection.newest(subjects)
        looks += 1
        if (looks === 1) await markByOther()
        return found
      },
    }
    startCheck({ broker: { onConnected: (take: Listener) => take(interrupted) } }, newId(), kind)
    await marked(6)
    expect(epochs).toEqual([6])
  }, 30_000)

  test('of two replicas one republishes while the other waits', async () => {
    const broker = await listen(0, kind)
    const marks = new Marks(db, 'orders-1', kind)
    await marks.read()
    expect(await marks.lease()).toBe(true)
    const requested = startCheck(broker, newId(), kind)
    await eventually(async () => expect((await storedMark())?.epoch).toBeUndefined())
    expect(await new Marks(db, 'orders-0', kind).lease()).toBe(false)
    expect(requested).toEqual([])
    const mark = { shop: 'ours', epoch: 1, upTo: Date.now(), sequences: {} }
    await marks.store(mark, await marks.read())
    await eventually(() => expect(requested.length).toBe(1), 20_000)
  }, 30_000)
})
