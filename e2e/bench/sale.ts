import type { Databases } from './databases.ts'
import type { Sellers } from './load/job.ts'
import type { LoadProcess } from './load/load-process.ts'
import type { Shop } from './shop.ts'

/** What measurements of selling need. */
export interface Sale {
  shop: Shop
  databases: Databases
  load: LoadProcess
  /** The services' addresses for the load process. */
  urls: Sellers
  productIds: readonly string[]
}
