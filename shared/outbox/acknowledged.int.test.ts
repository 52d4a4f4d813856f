import { expect, test } from 'bun:test'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { eventually, newId, readStack } from '../testing/index.ts'
import { brokerChecks, connectionOf, minutesAgo } from './testing/broker-checks.ts'
import { listen } from './testing/listen.ts'

/** Longer than until a number is stored. */
const SLOW_MS = 2500

const { startCheck, storedMark, marked } = brokerChecks()

test('what a broker lost on a connection that stays is published again, and nothing without a cause', async () => {
  const broker = await listen(0, 'jetstream')
  const connection = await connectionOf(broker)
  const requested = startCheck(broker, newId(), 'jetstream', SLOW_MS)
  await marked(1)
  await connection.publish('order:created', '{}')
  // The mark is renewed for the new message, in which nothing is missing.
  await marked(2)
  expect(requested).toHaveLength(1)
  await connection.publish('order:created', '{}')
  const { sequence } = (await connection.newest('order:created')) ?? {}
  await eventually(async () =>
    expect((await storedMark())?.acknowledged?.['order:created']).toBe(sequence),
  )
  await loseLast(broker.prefix)
  await marked(3)
  expect(requested.map(minutesAgo)).toEqual([24 * 60, 1])
}, 40_000)

/** The server loses the newest message of a stream. */
async function loseLast(prefix: string): Promise<void> {
  const { url } = (await readStack()).jetstream
  const { host, username: user, password: pass } = new URL(url)
  const connection = await connect({ servers: host, user, pass })
  const { streams } = await jetstreamManager(connection)
  const stream = prefix.replace(/\.$/, '')
  const last = await streams.getMessage(stream, { last_by_subj: `${prefix}order.created` })
  await streams.deleteMessage(stream, last?.seq ?? 0)
  await connection.close()
}
