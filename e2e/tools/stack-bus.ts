import { NatsStreamingBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { readStack } from '@shop/shared/testing'

/** Runs work with a connection to the running stack's broker. */
export async function withBus<T>(work: (bus: NatsStreamingBus) => Promise<T>): Promise<T> {
  const { url, clusterId } = (await readStack()).nats
  const clientId = `tools-${crypto.randomUUID().slice(0, 8)}`
  const log = createLog('tools', 'warn')
  const bus = new NatsStreamingBus({ url, clusterId, clientId, ackWaitS: 30, prefix: '', log })
  try {
    while (!bus.isConnected()) await Bun.sleep(20)
    return await work(bus)
  } finally {
    await bus.close()
  }
}
