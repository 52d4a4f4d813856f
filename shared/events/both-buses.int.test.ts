import { expect, test } from 'bun:test'
import { busConnections, connected, eventually } from '../testing/index.ts'

const HOUR_MS = 3_600_000
const connectAs = busConnections('stan+jetstream')

test('while a shop moves, messages go to both brokers and come from both', async () => {
  const id = `both-${crypto.randomUUID().slice(0, 8)}`
  const bus = await connectAs(id, { SUBJECT_PREFIX: `${id}.`, ACK_WAIT_S: 30 })
  let connections = 0
  bus.onConnected(() => (connections += 1))
  await connected(bus)
  await eventually(() => expect(connections).toBe(2))
  expect(bus.brokers.map(({ name }) => name)).toEqual(['stan', 'jetstream'])
  const handled: string[] = []
  bus.subscribe('news', 'readers', async ({ text }) => void handled.push(text))
  await bus.publish('news', 'hello')
  await eventually(() => expect(handled).toEqual(['hello', 'hello']))
  const tailed: string[] = []
  await bus.tail('news', HOUR_MS, (text) => tailed.push(text))
  expect(tailed).toEqual(['hello', 'hello'])
})
