/** How an attempt to pay went; `under-way` means that the payment’s state decides the rest. */
export type Attempt =
  | { kind: 'under-way' }
  | { kind: 'busy' }
  | { kind: 'requires-action'; clientSecret: string }
  | { kind: 'declined'; code: string; message: string }
  | { kind: 'invalid'; message: string }
