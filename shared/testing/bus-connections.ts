import { afterEach } from 'bun:test'
import { createBus, type BusName, type BusSettings, type EventBus } from '../events/index.ts'
import { createLog } from '../log/index.ts'
import { busSettings } from './bus-settings.ts'
import { eventually } from './eventually.ts'
import { readStack } from './stack-file.ts'

/** Connects to a broker of the stack, with subjects of the test's own; disconnects after each test. */
export function busConnections(kind: BusName) {
  const open: EventBus[] = []
  afterEach(async () => {
    for (const bus of open.splice(0)) {
      await bus.stopConsuming()
      await bus.close()
    }
  })
  return async function connectAs(
    clientId: string,
    settings: Partial<BusSettings> = {},
  ): Promise<EventBus> {
    const own = { ...busSettings(await readStack(), kind), ACK_WAIT_S: 1 }
    const bus = createBus(
      { ...own, NATS_CLIENT_ID: clientId, ...settings },
      createLog('test', 'silent'),
    )
    open.push(bus)
    return bus
  }
}

/** Resolves when the bus is connected. */
export const connected = (bus: EventBus) =>
  eventually(() => {
    if (!bus.isConnected()) throw new Error('not connected')
  }, 20_000)
