import { join } from 'node:path'
import type { BusName } from '@shop/shared/events'
import { createNetwork, removeNetwork } from './network/lifecycle.ts'
import { provideEach } from './provision/provision.ts'
import { rollOut } from './roll-out.ts'
import { seed } from './seed/seed.ts'
import { readAddresses } from './settings/addresses.ts'
import { lockData, wipeData } from './settings/data-folder.ts'
import { brokersOf, neededPorts, neededTools } from './settings/needs.ts'
import type { ObjectStoreName } from './settings/object-stores.ts'
import { requireFreePorts, type Ports } from './settings/ports.ts'
import { requireResources } from './settings/resources.ts'
import { loadSecrets } from './settings/secrets.ts'
import type { Mode, Trial } from './shop.ts'
import { removeStackFile, writeStackFile } from './stack-file.ts'
import {
  openShop,
  startObjectStore,
  STOP_ORDER,
  type Running,
  type Starting,
} from './start-processes.ts'
import { killStaleProcesses, recordChildren } from './supervisor/stale-processes.ts'
import { Supervisor } from './supervisor/supervisor.ts'
import { messageOf } from './system/failure.ts'
import { info, warn } from './system/terminal.ts'

export interface StackOptions {
  mode: Mode
  data: string
  ports: Ports
  /** The environment with the addresses of external servers. */
  env: Record<string, string | undefined>
  /** Wipes the data first. */
  fresh?: boolean
  /** Which brokers the services use; NATS Streaming by default. */
  bus?: BusName
  /** Three of Mongo and of JetStream. */
  isReplicated?: boolean
  /** Which server stores the pictures; MinIO by default. */
  s3?: ObjectStoreName
  trial?: Trial
}

const PICTURES_FOLLOW =
  'pictures follow: for now products are shown without them, and uploads return 503 until their server runs'

/** A whole shop on this machine: servers, services, storefront and front door. */
export class Stack {
  readonly #options: StackOptions
  readonly #supervisor: Supervisor
  #release: (() => void) | undefined
  #isStopping = false
  #running: Running | undefined

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

  /** Starts everything; calls `onOpen` as soon as pages and sales work, and resolves when pictures do, too. */
  async start(onOpen: (running: Running) => void = () => {}): Promise<Running> {
    const starting = await this.#prepare()
    let isStoreReady = false
    const store = startObjectStore(starting).then(() => void (isStoreReady = true))
    // Reported below, where it is awaited.
    store.catch(() => {})
    const running = await openShop(starting)
    const addPictures = await this.#tolerate('the demo data', () => seed(running))
    onOpen(running)
    if (!isStoreReady || addPictures !== undefined) {
      info(PICTURES_FOLLOW)
      await this.#tolerate('pictures', async () => {
        await store
        await addPictures?.()
        info('pictures are there: the shop is complete')
      })
    }
    this.#running = running
    this.#supervisor.onReady = () => this.#describe()
    this.#describe()
    return running
  }

  /** Moves the running services to other brokers, one process after the other. */
  async changeBus(bus: BusName): Promise<void> {
    if (this.#running === undefined) throw new Error('the shop does not run')
    const shop = { ...this.#running.shop, bus }
    await rollOut(shop, this.#supervisor)
    this.#running = { ...this.#running, shop }
    this.#describe()
  }

  /** Stops everything in order and leaves nothing behind. */
  async stop(): Promise<void> {
    this.#isStopping = true
    // Without the lock the data folder and its stack.json belong to another runner.
    const { data } = this.#options
    if (this.#release !== undefined) removeStackFile(data)
    await this.#supervisor.stop(STOP_ORDER)
    if (this.#release !== undefined) await removeNetwork(data)
    this.#release?.()
    this.#release = undefined
  }

  async #prepare(): Promise<Starting> {
    const { mode, data, ports, env, fresh, s3 = 'minio', trial } = this.#options
    const { isReplicated = false, bus = isReplicated ? 'jetstream' : 'stan' } = this.#options
    requireResources(data)
    this.#release = lockData(data)
    removeStackFile(data)
    const children = join(data, 'children.json')
    await killStaleProcesses(children)
    await removeNetwork(data)
    if (fresh === true) wipeData(data)
    this.#supervisor.onLaunch = (launched) => recordChildren(children, launched)
    const secrets = loadSecrets(data)
    const network = isReplicated ? await createNetwork(data) : undefined
    const addresses = readAddresses(env, ports, secrets, isReplicated, network)
    const brokers = brokersOf({ mode, bus, trial })
    const replicas = { services: trial !== undefined, servers: isReplicated }
    requireFreePorts(neededPorts(ports, addresses, brokers, replicas, s3))
    const shop = { mode, data, ports, secrets, addresses, bus, isReplicated, network, s3 }
    return {
      shop: trial === undefined ? shop : { ...shop, trial, addresses: trial.reroute(addresses) },
      pathOf: provideEach(neededTools(addresses, brokers, s3)),
      supervisor: this.#supervisor,
    }
  }

  #describe(): void {
    if (this.#isStopping || this.#running === undefined) return
    const { shop, certificate } = this.#running
    writeStackFile(shop, certificate.ca, this.#supervisor.children())
  }

  // A shop without demo data or pictures is better than none while somebody edits a service.
  async #tolerate<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work()
    } catch (error) {
      if (this.#options.mode !== 'dev') throw error
      warn(`${what} could not be completed, the next start tries again: ${messageOf(error)}`)
      return undefined
    }
  }
}
