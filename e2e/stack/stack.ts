import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { build } from './build.ts'
import { ensureCertificate, type Certificate } from './front-door/tls.ts'
import { provide } from './provision/provision.ts'
import { seed } from './seed/seed.ts'
import { minio, prepareBucket } from './servers/minio.ts'
import { prepareUsers } from './servers/mongo-users.ts'
import { mongod } from './servers/mongo.ts'
import { natsStreaming } from './servers/nats-streaming.ts'
import { nginx } from './servers/nginx.ts'
import { serviceProcesses } from './servers/services.ts'
import { storefront } from './servers/storefront.ts'
import { stripeSandbox } from './servers/stripe-sandbox.ts'
import { readAddresses } from './settings/addresses.ts'
import { lockData, wipeData } from './settings/data-folder.ts'
import { neededPorts, neededTools } from './settings/needs.ts'
import { requireFreePorts, type Ports } from './settings/ports.ts'
import { requireResources } from './settings/resources.ts'
import { loadSecrets } from './settings/secrets.ts'
import type { Mode, Shop, Trial } from './shop.ts'
import { removeStackFile, writeStackFile } from './stack-file.ts'
import type { ChildSpec } from './supervisor/child.ts'
import { killStaleProcesses, recordChildren } from './supervisor/stale-processes.ts'
import { Supervisor } from './supervisor/supervisor.ts'
import { messageOf } from './system/failure.ts'
import { warn } from './system/terminal.ts'

const SANDBOX = 'stripe-sandbox'
const STOREFRONT = 'storefront'
const REPLICAS = SERVICES.flatMap((name) => [name, `${name}-1`])
const STOP_ORDER = [['nginx'], [STOREFRONT], REPLICAS, [SANDBOX], ['nats'], ['minio'], ['mongo']]

export interface StackOptions {
  mode: Mode
  data: string
  ports: Ports
  /** The environment with the addresses of external servers. */
  env: Record<string, string | undefined>
  /** Wipes the data first. */
  fresh?: boolean
  trial?: Trial
}

export interface Running {
  shop: Shop
  certificate: Certificate
  /** The programs of this repository that run. */
  programs: readonly string[]
}

/** A whole shop on this machine: servers, services, storefront and front door. */
export class Stack {
  readonly #options: StackOptions
  readonly #supervisor: Supervisor
  #release: (() => void) | undefined
  #isStopping = false

  constructor(options: StackOptions) {
    this.#options = options
    this.#supervisor = new Supervisor({
      logs: join(options.data, 'logs'),
      echo: options.mode !== 'test',
    })
  }

  get supervisor(): Supervisor {
    return this.#supervisor
  }

  /** Starts everything in order; resolves when the shop can be used. */
  async start(): Promise<Running> {
    const { data, mode } = this.#options
    const shop = await this.#prepare()
    const programs = [...SERVICES, ...(shop.addresses.stripe.own ? [SANDBOX] : [])]
    const { addresses } = shop
    await Promise.all([
      this.#build(programs),
      addresses.mongo.own ? this.#start(mongod(shop)).then(() => prepareUsers(shop)) : undefined,
      addresses.nats.own ? this.#start(natsStreaming(shop)) : undefined,
      addresses.minio.own ? this.#start(minio(shop)).then(() => prepareBucket(shop)) : undefined,
    ])
    if (addresses.stripe.own) await this.#start(stripeSandbox(shop), mode === 'dev')
    await Promise.all(programsOf(shop).map((spec) => this.#start(spec, mode === 'dev')))
    const certificate = await ensureCertificate(shop.tools.mkcert ?? 'mkcert', data)
    await this.#start(await nginx(shop, certificate))
    await this.#seed(shop, certificate.ca)
    this.#supervisor.onReady = () => this.#describe(shop, certificate)
    this.#describe(shop, certificate)
    return { shop, certificate, programs }
  }

  /** Stops everything in order and leaves nothing behind. */
  async stop(): Promise<void> {
    this.#isStopping = true
    // Without the lock the data folder and its stack.json belong to another runner.
    if (this.#release !== undefined) removeStackFile(this.#options.data)
    await this.#supervisor.stop(STOP_ORDER)
    this.#release?.()
    this.#release = undefined
  }

  #describe(shop: Shop, { ca }: Certificate): void {
    if (!this.#isStopping) writeStackFile(shop, ca, this.#supervisor.children())
  }

  async #build(programs: readonly string[]): Promise<void> {
    const { mode, trial } = this.#options
    if (trial !== undefined) await trial.build(programs)
    else if (mode !== 'dev') await build([...programs, STOREFRONT])
  }

  async #prepare(): Promise<Shop> {
    const { mode, data, ports, env, fresh, trial } = this.#options
    requireResources(data)
    this.#release = lockData(data)
    removeStackFile(data)
    const children = join(data, 'children.json')
    await killStaleProcesses(children)
    if (fresh === true) wipeData(data)
    this.#supervisor.onLaunch = (launched) => recordChildren(children, launched)
    const secrets = loadSecrets(data)
    const addresses = readAddresses(env, ports, secrets)
    const tools = await provide(neededTools(addresses))
    requireFreePorts(neededPorts(ports, addresses, trial !== undefined))
    const shop = { mode, data, ports, secrets, addresses, tools }
    return trial === undefined ? shop : { ...shop, trial, addresses: trial.reroute(addresses) }
  }

  // A shop without demo data is better than none while somebody edits a service.
  async #seed(shop: Shop, ca: string): Promise<void> {
    try {
      await seed(shop, ca)
    } catch (error) {
      if (shop.mode !== 'dev') throw error
      warn(`demo data could not be created, the next start tries again: ${messageOf(error)}`)
    }
  }

  #start(spec: ChildSpec, isPatient = false): Promise<void> {
    return this.#supervisor.start(spec, isPatient)
  }
}

function programsOf(shop: Shop): ChildSpec[] {
  const services = SERVICES.flatMap((name) => serviceProcesses(name, shop))
  return shop.trial === undefined ? [...services, storefront(shop)] : services
}
