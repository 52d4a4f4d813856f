import { expect } from 'bun:test'
import { NatsStreamingBus, type EventBus } from '../../events/index.ts'
import { createLog } from '../../log/index.ts'
import { eventually, readStack } from '../../testing/index.ts'

export interface Published {
  subject: string
  id: string
  eventId: string
  version?: number
  /** When it happened. */
  at: string
}

const SUBJECTS = ['order:cancelled', 'product:created', 'product:updated']

/** A bus on the real broker that can reject the first publishes, and what was published on it. */
export async function listen(failures = 0) {
  const { url, clusterId } = (await readStack()).nats
  const clientId = `relay-${crypto.randomUUID().slice(0, 8)}`
  const log = createLog('test', 'silent')
  const prefix = `${clientId}.`
  const broker = new NatsStreamingBus({ url, clusterId, clientId, ackWaitS: 30, prefix, log })
  process.on('exit', () => void broker.close())
  const published: Published[] = []
  for (const subject of SUBJECTS)
    broker.subscribe(subject, 'test', async ({ text }) => {
      const { id, meta, version } = JSON.parse(text)
      published.push({ subject, id, eventId: meta.eventId, version, at: meta.at })
    })
  await eventually(() => expect(broker.isConnected()).toBe(true))
  let left = failures
  const bus: Pick<EventBus, 'publish' | 'isConnected' | 'onConnected'> = {
    isConnected: () => broker.isConnected(),
    onConnected: (listener) => broker.onConnected(listener),
    async publish(subject, text) {
      left -= 1
      if (left >= 0) throw new Error('broker unavailable')
      await broker.publish(subject, text)
    },
  }
  return { bus, published, broker }
}
