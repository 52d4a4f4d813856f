import { BUSES } from '@shop/shared/events'
import { OBJECT_STORES } from '../stack/settings/object-stores.ts'
import type { StackOptions } from '../stack/stack.ts'
import { StackFailure } from '../stack/system/failure.ts'

/** The flags that choose the servers of a shop, for `parseArgs`. */
export const SERVER_FLAGS = {
  bus: { type: 'string', default: 'stan' },
  s3: { type: 'string', default: 'minio' },
  ha: { type: 'boolean', default: false },
} as const

export const SERVER_USAGE = '--bus <broker>, --s3 <server>, --ha'

export type Servers = Required<Pick<StackOptions, 'bus' | 's3' | 'isReplicated'>>

/** Reads the flags' values; throws a StackFailure for an unknown server. Three of everything need JetStream. */
export function readServers({ bus, s3, ha }: { bus: string; s3: string; ha: boolean }): Servers {
  return {
    bus: ha ? 'jetstream' : oneOf(BUSES, '--bus', bus),
    s3: oneOf(OBJECT_STORES, '--s3', s3),
    isReplicated: ha,
  }
}

function oneOf<T extends string>(known: readonly T[], flag: string, value: string): T {
  const found = known.find((each) => each === value)
  if (found === undefined)
    throw new StackFailure(`${flag} ${value}: unknown; there are ${known.join(', ')}`)
  return found
}
