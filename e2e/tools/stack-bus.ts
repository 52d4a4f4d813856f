import { createBus, type EventBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { busSettings, readStack } from '@shop/shared/testing'

/** Runs work with a connection to the running stack's broker. */
export async function withBus<T>(work: (bus: EventBus) => Promise<T>): Promise<T> {
  const NATS_CLIENT_ID = `tools-${crypto.randomUUID().slice(0, 8)}`
  const settings = { ...busSettings(await readStack()), NATS_CLIENT_ID }
  const bus = createBus(settings, createLog('tools', 'warn'))
  try {
    while (!bus.isConnected()) await Bun.sleep(20)
    return await work(bus)
  } finally {
    await bus.close()
  }
}
