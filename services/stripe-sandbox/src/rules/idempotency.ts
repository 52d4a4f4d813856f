import { ApiError, invalidRequest } from './api-error.ts'

export interface StoredResponse {
  path: string
  fingerprint: string
  requestId: string
  status: number
  body: string
}

/** A hash of a request's parameters in canonical order. */
export function fingerprintOf(parameters: URLSearchParams): string {
  const sorted = new URLSearchParams(parameters)
  sorted.sort()
  return new Bun.CryptoHasher('sha256').update(sorted.toString()).digest('hex')
}

/** Throws unless a stored response belongs to the same request. */
export function requireSameRequest(
  stored: StoredResponse,
  request: { key: string; path: string; fingerprint: string },
): void {
  const advice = `Try using a key other than '${request.key}' if you meant to execute a different request.`
  if (stored.path !== request.path)
    throw invalidRequest(
      `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.path}' vs '${stored.path}'). ${advice}`,
      { type: 'idempotency_error' },
    )
  if (stored.fingerprint !== request.fingerprint)
    throw invalidRequest(
      `Keys for idempotent requests can only be used with the same parameters they were first used with. ${advice}`,
      { type: 'idempotency_error' },
    )
}

/** The error for a key whose first request is still running. */
export function keyInUse(key: string): ApiError {
  return new ApiError(
    409,
    `There is currently another in-progress request using this Idempotent Key: ${key}. Retry once it has finished.`,
    { type: 'idempotency_error', code: 'idempotency_key_in_use' },
  )
}
