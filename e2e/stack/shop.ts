import type { Addresses } from './addresses.ts'
import type { Ports } from './ports.ts'
import type { Secrets } from './secrets.ts'

export type Mode = 'dev' | 'start' | 'test'

/** Everything that is settled before the first process starts. */
export interface Shop {
  mode: Mode
  data: string
  ports: Ports
  secrets: Secrets
  addresses: Addresses
  tools: Partial<Record<string, string>>
}
