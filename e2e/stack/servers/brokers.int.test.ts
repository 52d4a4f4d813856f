import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EVENTS, PUBLISHED, SERVICES, type ServiceName } from '@shop/shared/contracts'
import { createBus, type EventBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { eventually } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { brokerOf } from '../settings/credentials.ts'
import { root } from '../settings/paths.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import type { Shop } from '../shop.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { jetstreamServers } from './jetstream.ts'
import { natsStreaming } from './nats-streaming.ts'

const BROKERS = {
  nats: {
    bus: 'stan',
    tool: 'nats-streaming-server',
    specsOf: (shop: Shop, program: string) => [natsStreaming(shop, program)],
  },
  jetstream: { bus: 'jetstream', tool: 'nats-server', specsOf: jetstreamServers },
} as const

const MARKS = SERVICES.map((name) => `mark:${name}`)

/** The subjects that a service publishes, with its mark on the broker. */
function publishedBy(name: ServiceName): string[] {
  const events = PUBLISHED[name]
  return events.length === 0 ? [] : [...events, `mark:${name}`]
}

/** The sources of a service, without its listeners, which name the events of others. */
function sourcesOf(name: ServiceName): string {
  const folder = join(root, 'services', name, 'src')
  return [...new Bun.Glob('**/*.ts').scanSync(folder)]
    .filter((file) => !/listeners\/|-copy\.ts$|test/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('\n')
}

test.each(SERVICES)('%s publishes what the contract says', (name) => {
  const sources = sourcesOf(name)
  expect(PUBLISHED[name].filter((subject) => !sources.includes(`'${subject}'`))).toEqual([])
})

describe.each(['nats', 'jetstream'] as const)('%s', (name) => {
  const { bus: kind, tool, specsOf } = BROKERS[name]
  const data = mkdtempSync(join(tmpdir(), 'shop-broker-'))
  const ports = choosePorts('random')
  const secrets = loadSecrets(data)
  const addresses = readAddresses({}, ports, secrets)
  let broker: Run

  // A broker of its own: an event that a test manages to forge must not reach a shop.
  beforeAll(async () => {
    const shop = {
      mode: 'test',
      data,
      ports,
      secrets,
      addresses,
      bus: kind,
      isReplicated: false,
      s3: 'minio',
    } as const
    const [spec] = specsOf(shop, (await find(tool))?.path ?? '')
    if (spec === undefined) throw new Error('no server')
    broker = launch(spec, join(data, 'broker.log'))
    await eventually(async () => expect(await spec.ready()).toBe(true))
  })

  afterAll(async () => {
    await terminate(broker, 5000)
    rmSync(data, { recursive: true })
  })

  const urlFor = (service: ServiceName) => brokerOf(name, service, { addresses, secrets })

  function connect(url: string): EventBus {
    return createBus(
      {
        BUS: kind,
        NATS_URL: url,
        NATS_CLUSTER_ID: 'shop',
        NATS_CLIENT_ID: `test-${crypto.randomUUID()}`,
        JETSTREAM_URL: url,
        JETSTREAM_REPLICAS: 1,
        ACK_WAIT_S: 2,
        SUBJECT_PREFIX: '',
      },
      createLog('test', 'silent'),
    )
  }

  /** The subjects that the broker accepts from a service. */
  async function takenFrom(service: ServiceName): Promise<string[]> {
    const tries = [...Object.keys(EVENTS), ...MARKS].map(async (subject) => {
      // Of its own: a refused message ends a connection, and others on it would fail.
      const bus = connect(urlFor(service))
      await eventually(() => expect(bus.isConnected()).toBe(true))
      const isTaken = await bus.publish(subject, 'x').then(
        () => true,
        () => false,
      )
      await bus.close()
      return isTaken ? [subject] : []
    })
    return (await Promise.all(tries)).flat()
  }

  test('the broker accepts from each service the events it publishes, and no others', async () => {
    const taken = await Promise.all(
      SERVICES.map(async (service) => [service, (await takenFrom(service)).toSorted()]),
    )
    const published = SERVICES.map((service) => [service, publishedBy(service).toSorted()])
    expect(taken).toEqual(published)
  })

  test('the broker delivers to every service the events of the others', async () => {
    const bus = connect(urlFor('cart'))
    const seen: string[] = []
    bus.subscribe('payment:created', 'cart', async ({ text }) => void seen.push(text))
    const payments = connect(urlFor('payments'))
    await eventually(() => expect(payments.isConnected()).toBe(true))
    await payments.publish('payment:created', 'paid')
    await eventually(() => expect(seen).toContain('paid'))
    await bus.close()
    await payments.close()
  })

  test.each([
    ['without a password', ({ host }: URL) => `nats://${host}`],
    ['with a wrong one', ({ host }: URL) => `nats://cart:wrong@${host}`],
  ])('nobody can connect %s', async (_, spell) => {
    const bus = connect(spell(new URL(addresses[name].url)))
    await eventually(() =>
      expect(readFileSync(join(data, 'broker.log'), 'utf8')).toContain('authentication error'),
    )
    expect(bus.isConnected()).toBe(false)
    await bus.close()
  })
})
