import { OBJECT_STORES, type ObjectStoreName } from '../stack/settings/object-stores.ts'
import { StackFailure } from '../stack/system/failure.ts'

/** Reads the value of `--s3`; throws a StackFailure for an unknown one. */
export function readS3(value: string): ObjectStoreName {
  const s3 = OBJECT_STORES.find((name) => name === value)
  if (s3 === undefined)
    throw new StackFailure(`--s3 ${value}: unknown; there are ${OBJECT_STORES.join(', ')}`)
  return s3
}
