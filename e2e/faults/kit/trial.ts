import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import type { BusName } from '@shop/shared/events'
import type { BrokerServer } from '../../stack/settings/needs.ts'
import { storeProcesses, type ObjectStoreName } from '../../stack/settings/object-stores.ts'
import { choosePorts } from '../../stack/settings/ports.ts'
import type { Shop } from '../../stack/shop.ts'
import { stackFilePath } from '../../stack/stack-file.ts'
import { Stack } from '../../stack/stack.ts'
import { buildTrial } from '../bundling/build-trial.ts'
import type { Patch } from '../bundling/patched-source.ts'
import { Acknowledgements } from './acknowledgements.ts'
import { newExpectations, LONG_WAITS, type Environment } from './environment.ts'
import { Failpoints } from './failpoints.ts'
import { Interruptions } from './interruptions.ts'
import { Processes } from './processes.ts'
import { brokerIn, startProxies, withProxies, type Proxies } from './proxies.ts'

/** The names of all service processes. */
export const REPLICAS = SERVICES.flatMap((name) => [name, `${name}-1`])

// More than the 12 s for which an interrupted payment attempt blocks others.
const SHORT_WAITS = { retryForMs: 50_000, settleMs: 45_000 }

/** A shop under test: two replicas of each service, failpoints, and a proxy in front of each server. */
export interface Trial extends Environment {
  shop: Shop
  data: string
  /** The name of the broker's process. */
  broker: BrokerServer
  /** The names of the object store's processes. */
  store: readonly string[]
  expected: Environment['expected'] & { interruptions: Interruptions }
  failpoints: Failpoints
  processes: Processes
  proxies: Proxies
  /** Moves the services to other brokers, one process after the other. */
  changeBus: (bus: BusName) => Promise<void>
  /** Stops the shop and deletes its data, except logs on request. */
  stop: (options?: { keepLogs: boolean }) => Promise<void>
}

export interface TrialOptions {
  /** The name of the bundles. */
  bundle: string
  patches?: readonly Patch[]
  /** For mutants, which may never settle. */
  hasShortWaits?: boolean
  /** Which broker the services use. */
  bus?: BusName
  /** Three of Mongo and of JetStream. */
  isReplicated?: boolean
  /** Which server stores the pictures. */
  s3?: ObjectStoreName
  hasStorefront?: boolean
}

/** Starts a shop of its own, which the test fixtures then use. */
export async function startTrial({
  bundle,
  patches = [],
  hasShortWaits = false,
  isReplicated = false,
  bus = isReplicated ? 'jetstream' : 'stan',
  s3 = 'minio',
  hasStorefront = false,
}: TrialOptions): Promise<Trial> {
  const data = mkdtempSync(join(tmpdir(), 'shop-trial-'))
  const ports = choosePorts('random')
  const proxies = await startProxies(ports, bus)
  const failpoints = new Failpoints(join(data, 'failpoints'))
  const stack = new Stack({
    mode: 'test',
    data,
    ports,
    env: {},
    bus,
    isReplicated,
    s3,
    trial: {
      bundle,
      build: (programs) => buildTrial(bundle, programs, patches),
      reroute: (addresses) => withProxies(proxies, { bus, isReplicated }, addresses),
      hasStorefront,
      env: { FAILPOINTS: failpoints.folder },
    },
  })
  process.env['STACK_FILE'] = stackFilePath(data)
  const stop = async ({ keepLogs = false } = {}) => {
    await stack.stop()
    for (const proxy of Object.values(proxies)) proxy.stop()
    leave(data, keepLogs)
  }
  try {
    const { shop } = await stack.start()
    const waits = hasShortWaits ? SHORT_WAITS : LONG_WAITS
    const servers = { shop, data, broker: brokerIn(bus), failpoints, proxies }
    const changeBus = async (next: BusName) => {
      await stack.changeBus(next)
      trial.broker = brokerIn(next)
    }
    const trial: Trial = { ...servers, ...watched(stack, shop), ...waits, changeBus, stop }
    return trial
  } catch (error) {
    await stop({ keepLogs: true })
    throw error
  }
}

/** The processes of the shop, and what is known of them and expected. */
function watched({ supervisor }: Stack, shop: Shop) {
  const interruptions = new Interruptions()
  return {
    store: storeProcesses(shop),
    processes: new Processes(supervisor, interruptions),
    acknowledgements: new Acknowledgements(),
    expected: { ...newExpectations(), interruptions },
  }
}

/** Deletes the data, except logs on request. */
function leave(data: string, keepLogs: boolean): void {
  if (keepLogs) keep(join(data, 'logs'))
  rmSync(data, { recursive: true, force: true })
}

function keep(logs: string): void {
  if (!existsSync(logs)) return
  const kept = mkdtempSync(join(tmpdir(), 'shop-trial-logs-'))
  renameSync(logs, kept)
  console.log(`the logs are kept in ${kept}`)
}
