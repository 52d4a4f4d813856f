import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import type { EventBus } from '@shop/shared/events'
import { eventually } from '@shop/shared/testing'
import { cutOff } from '../network/lifecycle.ts'
import type { Network } from '../network/network.ts'
import { find } from '../provision/find.ts'
import { JETSTREAM_MEMBERS, type JetstreamMember } from '../settings/members.ts'
import { LONG_MS, busOf, replicatedShop } from '../testing/replicated.ts'
import { jetstreamServers } from './jetstream.ts'

const { shop, start } = await replicatedShop({ hasNetwork: true })
const buses: EventBus[] = []

afterAll(() => Promise.all(buses.map((bus) => bus.close())))

/** Connects to one of the servers. */
function connectAs(id: string): EventBus {
  const bus = busOf(shop, id)
  buses.push(bus)
  return bus
}

/** Connects, again and again, until it is to this server: clients choose at random. */
async function connectTo(name: JetstreamMember): Promise<EventBus> {
  for (;;) {
    const id = `test-${buses.length}`
    const bus = connectAs(id)
    await eventually(() => expect(bus.isConnected()).toBe(true), LONG_MS)
    if ((await clientsOf(name)).includes(id)) return bus
    await bus.close()
  }
}

async function clientsOf(name: JetstreamMember): Promise<string[]> {
  const monitor = addressOf(shop.addresses.jetstream.monitor, name)
  const { connections } = (await (await fetch(`${monitor}/connz`)).json()) as {
    connections: { name?: string }[]
  }
  return connections.map((each) => each.name ?? '')
}

const addressOf = (all: string, name: JetstreamMember) =>
  all.split(',')[JETSTREAM_MEMBERS.indexOf(name)] ?? ''

async function leader(): Promise<JetstreamMember> {
  const {
    host,
    username: user,
    password: pass,
  } = new URL(addressOf(shop.addresses.jetstream.url, 'jetstream'))
  const admin = await connect({ servers: host, user, pass })
  try {
    const { cluster } = await (await jetstreamManager(admin)).streams.info('shop')
    const found = JETSTREAM_MEMBERS.find((name) => name === cluster?.leader)
    if (found === undefined) throw new Error('the stream has no leader')
    return found
  } finally {
    await admin.close()
  }
}

describe.skipIf(shop.network === undefined)('a leader that is cut off from its peers', () => {
  beforeAll(async () => {
    await start(jetstreamServers(shop, (await find('nats-server'))?.path ?? ''))
    const first = connectAs('first')
    await eventually(() => first.publish('order:created', 'before'), LONG_MS)
  }, LONG_MS)

  test(
    'is left by those who publish and by those who only consume',
    async () => {
      const name = await leader()
      const [publisher, consumer] = [await connectTo(name), await connectTo(name)]
      const seen: string[] = []
      consumer.subscribe('order:created', 'readers', async ({ text }) => void seen.push(text))
      await eventually(() => expect(seen).toEqual(['before']), LONG_MS)
      const mend = await cutOff(shop.network as Network, name, 'its peers')
      try {
        await eventually(() => publisher.publish('order:created', 'meanwhile'), LONG_MS)
        await eventually(() => expect(seen).toContain('meanwhile'), LONG_MS)
      } finally {
        await mend()
      }
    },
    3 * LONG_MS,
  )
})
