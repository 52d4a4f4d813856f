import type { BusName } from '@shop/shared/events'
import type { ObjectStoreName } from '../../stack/settings/object-stores.ts'
import type { Count } from './count.ts'
import type { Trial } from './trial.ts'

/** One or more faults and the counts taken while they occur. */
export interface Scenario {
  name: string
  /** Numbers of the invariants in README.md that it covers. */
  invariants: readonly number[]
  /** The amount in a quick run; absent when skipped. */
  quick?: number
  full: number
  /** The broker without which it makes no sense. */
  bus?: BusName
  /** The object store without which it makes no sense. */
  s3?: ObjectStoreName
  /** Whether it opens pages. */
  hasPages?: true
  /** It cuts members off the network. */
  needsNetwork?: boolean
  run: (trial: Trial, amount: number) => Promise<Count[]>
}
