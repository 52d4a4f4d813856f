/** How an attempt to pay went; `under-way` means that the payment’s state decides the rest. */
export type Attempt =
  | { kind: 'under-way' }
  | { kind: 'busy' }
  | { kind: 'requires-action'; clientSecret: string }
  | { kind: 'declined'; code: string; message: string }
  | { kind: 'invalid'; message: string }

/** An attempt that one request has claimed. */
export interface ClaimedAttempt {
  token: string
  number: number
  /** Whether the attempt before had the same token. */
  isRepeated: boolean
}

export function digestOf(token: string): string {
  return new Bun.SHA256().update(token).digest('base64')
}
