import type { BusName } from '@shop/shared/events'
import type { Network } from './network/network.ts'
import type { Addresses } from './settings/addresses.ts'
import type { ObjectStoreName } from './settings/object-stores.ts'
import type { Ports } from './settings/ports.ts'
import type { Secrets } from './settings/secrets.ts'

export type Mode = 'dev' | 'start' | 'test'

/** How a shop under fault injection differs: a storefront only on request, two replicas of each service, bundles of its own. */
export interface Trial {
  /** The name of the bundles. */
  bundle: string
  build: (programs: readonly string[]) => Promise<void>
  /** Addresses of the servers as the services reach them. */
  reroute: (addresses: Addresses) => Addresses
  hasStorefront: boolean
  /** Additional environment of the services. */
  env: Record<string, string>
}

/** Everything that is decided before the first process starts. */
export interface Shop {
  mode: Mode
  data: string
  ports: Ports
  secrets: Secrets
  addresses: Addresses
  /** Which brokers the services use. */
  bus: BusName
  /** Whether there are three of Mongo and of JetStream. */
  isReplicated: boolean
  /** Where those run, if they can be cut off. */
  network?: Network | undefined
  /** Which server stores the pictures. */
  s3: ObjectStoreName
  trial?: Trial
}
