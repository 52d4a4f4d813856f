import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EVENTS, PUBLISHED, SERVICES, type ServiceName } from '@shop/shared/contracts'
import { NatsStreamingBus } from '@shop/shared/events'
import { createLog } from '@shop/shared/log'
import { eventually } from '@shop/shared/testing'
import { find } from '../provision/find.ts'
import { readAddresses } from '../settings/addresses.ts'
import { brokerOf } from '../settings/credentials.ts'
import { root } from '../settings/paths.ts'
import { choosePorts } from '../settings/ports.ts'
import { loadSecrets } from '../settings/secrets.ts'
import { launch, terminate, type Run } from '../supervisor/child.ts'
import { natsStreaming } from './nats-streaming.ts'

const data = mkdtempSync(join(tmpdir(), 'shop-broker-'))
const ports = choosePorts('random')
const secrets = loadSecrets(data)
const addresses = readAddresses({}, ports, secrets)
let broker: Run

// A broker of its own: an event that a test manages to forge must not reach a shop.
beforeAll(async () => {
  const program = (await find('nats-streaming-server'))?.path ?? ''
  const spec = natsStreaming({ mode: 'test', data, ports, secrets, addresses }, program)
  broker = launch(spec, join(data, 'nats.log'))
  await eventually(async () => expect(await spec.ready()).toBe(true))
})

afterAll(async () => {
  await terminate(broker, 5000)
  rmSync(data, { recursive: true })
})

function connect(url: string): NatsStreamingBus {
  const clientId = `test-${crypto.randomUUID()}`
  const log = createLog('test', 'silent')
  return new NatsStreamingBus({ url, clusterId: 'shop', clientId, ackWaitS: 2, prefix: '', log })
}

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

/** The subjects that the broker accepts from a service. */
async function takenFrom(name: ServiceName): Promise<string[]> {
  const bus = connect(brokerOf(name, { addresses, secrets }))
  await eventually(() => expect(bus.isConnected()).toBe(true))
  const tries = [...Object.keys(EVENTS), ...MARKS].map((subject) =>
    bus.publish(subject, 'x').then(
      () => [subject],
      () => [],
    ),
  )
  const taken = (await Promise.all(tries)).flat()
  await bus.close()
  return taken
}

test('the broker accepts from each service the events it publishes, and no others', async () => {
  const taken = await Promise.all(
    SERVICES.map(async (name) => [name, (await takenFrom(name)).toSorted()]),
  )
  const published = SERVICES.map((name) => [name, publishedBy(name).toSorted()])
  expect(taken).toEqual(published)
})

test.each(SERVICES)('%s publishes what the contract says', (name) => {
  const sources = sourcesOf(name)
  expect(PUBLISHED[name].filter((subject) => !sources.includes(`'${subject}'`))).toEqual([])
})

test('the broker delivers to every service the events of the others', async () => {
  const bus = connect(brokerOf('cart', { addresses, secrets }))
  const seen: string[] = []
  bus.subscribe('payment:created', 'cart', async ({ text }) => void seen.push(text))
  const payments = connect(brokerOf('payments', { addresses, secrets }))
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
  const bus = connect(spell(new URL(addresses.nats.url)))
  await eventually(() =>
    expect(readFileSync(join(data, 'nats.log'), 'utf8')).toContain('authentication error'),
  )
  expect(bus.isConnected()).toBe(false)
  await bus.close()
})
