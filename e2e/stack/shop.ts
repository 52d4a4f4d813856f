import type { Addresses } from './settings/addresses.ts'
import type { Ports } from './settings/ports.ts'
import type { Secrets } from './settings/secrets.ts'

export type Mode = 'dev' | 'start' | 'test'

/** How a shop that is tried with faults differs: no pages, two replicas of each service, from bundles of their own. */
export interface Trial {
  /** The name of the bundles. */
  bundle: string
  build: (programs: readonly string[]) => Promise<void>
  /** The servers as the programs reach them. */
  reroute: (addresses: Addresses) => Addresses
  /** What the services find in their environment beside the usual. */
  env: Record<string, string>
}

/** Everything that is settled before the first process starts. */
export interface Shop {
  mode: Mode
  data: string
  ports: Ports
  secrets: Secrets
  addresses: Addresses
  tools: Partial<Record<string, string>>
  trial?: Trial
}
