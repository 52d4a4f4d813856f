import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { startProxy } from '@shop/shared/testing'
import type { Addresses } from '../../stack/settings/addresses.ts'
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

/** The names of all service processes. */
export const REPLICAS = SERVICES.flatMap((name) => [name, `${name}-1`])

// More than the 12 s for which an interrupted payment attempt blocks others.
const SHORT_WAITS = { retryForMs: 50_000, settleMs: 45_000 }

type Proxy = Awaited<ReturnType<typeof startProxy>>

/** A shop under test: two replicas of each service, failpoints, and a proxy in front of each server. */
export interface Trial extends Environment {
  shop: Shop
  data: string
  expected: Environment['expected'] & { interruptions: Interruptions }
  failpoints: Failpoints
  processes: Processes
  proxies: Record<'mongo' | 'nats' | 'minio' | 'stripe' | 'smtp', Proxy>
  /** Stops the shop and deletes its data, except logs on request. */
  stop: (options?: { keepLogs: boolean }) => Promise<void>
}

export interface TrialOptions {
  /** The name of the bundles. */
  bundle: string
  patches?: readonly Patch[]
  /** For mutants, which may never settle. */
  hasShortWaits?: boolean
}

/** Starts a shop of its own, which the test fixtures then use. */
export async function startTrial({
  bundle,
  patches = [],
  hasShortWaits = false,
}: TrialOptions): Promise<Trial> {
  const data = mkdtempSync(join(tmpdir(), 'shop-trial-'))
  const ports = choosePorts('random')
  const proxies = {
    mongo: await startProxy(`mongodb://127.0.0.1:${ports.mongo}`),
    nats: await startProxy(`nats://127.0.0.1:${ports.nats}`),
    minio: await startProxy(`http://127.0.0.1:${ports.minio}`),
    stripe: await startProxy(`http://127.0.0.1:${ports.sandbox}`),
    smtp: await startProxy(`smtp://127.0.0.1:${ports.smtp}`),
  }
  const failpoints = new Failpoints(join(data, 'failpoints'))
  const stack = new Stack({
    mode: 'test',
    data,
    ports,
    env: {},
    trial: {
      bundle,
      build: (programs) => buildTrial(bundle, programs, patches),
      reroute: (addresses) => withProxies(proxies, addresses),
      env: { FAILPOINTS: failpoints.folder },
    },
  })
  process.env['STACK_FILE'] = stackFilePath(data)
  const stop = async ({ keepLogs = false } = {}) => {
    await stack.stop()
    if (keepLogs) keep(join(data, 'logs'))
    for (const proxy of Object.values(proxies)) proxy.stop()
    rmSync(data, { recursive: true, force: true })
  }
  try {
    const { shop } = await stack.start()
    const interruptions = new Interruptions()
    const processes = new Processes(stack.supervisor, interruptions)
    const expected = { ...newExpectations(), interruptions }
    const state = { acknowledgements: new Acknowledgements(), expected }
    const waits = hasShortWaits ? SHORT_WAITS : LONG_WAITS
    return { shop, data, failpoints, processes, ...state, ...waits, proxies, stop }
  } catch (error) {
    await stop({ keepLogs: true })
    throw error
  }
}

function withProxies(proxies: Trial['proxies'], addresses: Addresses): Addresses {
  return {
    mongo: { ...addresses.mongo, url: withHostOf(proxies.mongo.url, addresses.mongo.url) },
    nats: { ...addresses.nats, url: withHostOf(proxies.nats.url, addresses.nats.url) },
    minio: { ...addresses.minio, url: proxies.minio.url },
    stripe: { ...addresses.stripe, apiUrl: proxies.stripe.url },
    mail: { ...addresses.mail, smtp: proxies.smtp.url },
  }
}

/** A server's URL with the proxy's host. */
function withHostOf(proxy: string, server: string): string {
  const url = new URL(server)
  url.host = new URL(proxy).host
  return url.href
}

function keep(logs: string): void {
  const kept = mkdtempSync(join(tmpdir(), 'shop-trial-logs-'))
  renameSync(logs, kept)
  console.log(`the logs are kept in ${kept}`)
}
