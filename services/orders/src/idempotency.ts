import { invalid } from '@shop/shared/contracts'

const MAX_KEY_LENGTH = 255

/** The key of a request that may be repeated; throws `validation` for an empty or long one. */
export function checkedKey(key: string): string {
  if (key.length === 0 || key.length > MAX_KEY_LENGTH)
    throw invalid(`Idempotency-Key must have 1 to ${MAX_KEY_LENGTH} characters`)
  return key
}

/** The key of a request that must have one; throws `validation` without. */
export function requiredKey(key: string | undefined): string {
  if (key === undefined) throw invalid('An Idempotency-Key header is required')
  return checkedKey(key)
}

export function digestOf(value: unknown): string {
  return new Bun.SHA256().update(JSON.stringify(value)).digest('base64')
}
