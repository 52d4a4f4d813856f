import { expect } from 'bun:test'
import { createBus, type BrokerName, type EventBus } from '../../events/index.ts'
import { createLog } from '../../log/index.ts'
import { busSettings, eventually, readStack } from '../../testing/index.ts'

export interface Published {
  subject: string
  id: string
  eventId: string
  version?: number
  /** When it happened. */
  at: string
}

const SUBJECTS = ['order:cancelled', 'product:created', 'product:updated']

/** A bus on a real broker, by default the one that the stack's services use, that can reject the first publishes, and what was published on it. */
export async function listen(failures = 0, kind?: BrokerName) {
  const clientId = `relay-${crypto.randomUUID().slice(0, 8)}`
  const log = createLog('test', 'silent')
  const names = { NATS_CLIENT_ID: clientId, SUBJECT_PREFIX: `${clientId}.` }
  const real = createBus({ ...busSettings(await readStack(), kind), ...names }, log)
  const [broker] = real.brokers
  if (broker === undefined) throw new Error('a bus has a broker')
  process.on('exit', () => void real.close())
  const published: Published[] = []
  for (const subject of SUBJECTS)
    real.subscribe(subject, 'test', async ({ text }) => {
      const { id, meta, version } = JSON.parse(text)
      published.push({ subject, id, eventId: meta.eventId, version, at: meta.at })
    })
  await eventually(() => expect(real.isConnected()).toBe(true))
  let left = failures
  const bus: Pick<EventBus, 'publish' | 'isConnected' | 'onConnected'> = {
    isConnected: () => real.isConnected(),
    onConnected: (listener) => real.onConnected(listener),
    async publish(subject, text) {
      left -= 1
      if (left >= 0) throw new Error('broker unavailable')
      await real.publish(subject, text)
    },
  }
  return { bus, published, broker, prefix: names.SUBJECT_PREFIX }
}
