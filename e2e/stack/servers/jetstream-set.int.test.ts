import { afterAll, beforeAll, expect, test } from 'bun:test'
import { jetstreamManager } from '@nats-io/jetstream'
import { connect, type NatsConnection } from '@nats-io/transport-node'
import type { BrokerConnection, EventBus } from '@shop/shared/events'
import { eventually } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { LONG_MS, busOf, replicatedShop } from '../testing/replicated.ts'
import { jetstreamServers } from './jetstream.ts'

const { shop, start } = await replicatedShop()
const connections: BrokerConnection[] = []
let bus: EventBus
let admin: NatsConnection

beforeAll(async () => {
  await start(jetstreamServers(shop, (await find('nats-server'))?.path ?? ''))
  bus = busOf(shop, 'test')
  bus.brokers[0]?.onConnected((connection) => connections.push(connection))
  const {
    host,
    username: user,
    password: pass,
  } = new URL(shop.addresses.jetstream.url.split(',')[0] ?? '')
  admin = await connect({ servers: host, user, pass })
  await eventually(() => expect(connections).not.toEqual([]), LONG_MS)
}, LONG_MS)

afterAll(async () => {
  await bus.close()
  await admin.close()
})

test(
  'under another leader a connection reads nothing more, and a new one is told',
  async () => {
    await bus.publish('order:created', 'stored')
    const [first] = connections
    expect(await first?.newest(['order:created'])).toMatchObject([{ text: 'stored' }])
    await admin.request('$JS.API.STREAM.LEADER.STEPDOWN.shop')
    const { streams } = await jetstreamManager(admin)
    await eventually(async () => expect((await streams.info('shop')).cluster?.leader).toBeTruthy())
    expect(first?.newest(['order:created'])).rejects.toThrow()
    await eventually(() => expect(connections).toHaveLength(2), LONG_MS)
    expect(await connections[1]?.newest(['order:created'])).toMatchObject([{ text: 'stored' }])
  },
  LONG_MS,
)
