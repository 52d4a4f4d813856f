/** The HTTP status of every problem code. */
const STATUS = {
  'malformed-body': 400,
  validation: 400,
  unauthenticated: 401,
  'card-declined': 402,
  forbidden: 403,
  blocked: 403,
  'not-found': 404,
  'version-conflict': 409,
  'stock-held': 409,
  'order-final': 409,
  'order-cancelled': 409,
  'order-expired': 409,
  'sold-out': 409,
  'price-changed': 409,
  'already-paid': 409,
  'payment-in-progress': 409,
  'idempotency-mismatch': 409,
  'not-sent': 409,
  'already-claimed': 409,
  'not-repeatable': 409,
  'return-closed': 409,
  'return-final': 409,
  'withdrawal-period': 409,
  'refund-exceeds': 409,
  'refund-changed': 409,
  refunded: 409,
  'import-running': 409,
  'appeal-closed': 409,
  'payload-too-large': 413,
  'unsupported-media-type': 415,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
} as const

export type ProblemCode = keyof typeof STATUS
type ProblemStatus = (typeof STATUS)[ProblemCode]

/** Every problem code. */
export const PROBLEM_CODES = Object.keys(STATUS) as ProblemCode[]

/** The HTTP status of a problem. */
export function statusOf(code: ProblemCode): ProblemStatus {
  return STATUS[code]
}

const TITLES: Partial<Record<ProblemCode, string>> = {
  'malformed-body': 'The body cannot be read',
  validation: 'The input is not valid',
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  blocked: 'The account is blocked',
  'payload-too-large': 'The body is too large',
  'unsupported-media-type': 'Unsupported media type',
  unavailable: 'Temporarily unavailable',
  internal: 'Something went wrong',
}

/** The title of a problem, in words. */
export function titleOf(code: ProblemCode): string {
  return TITLES[code] ?? (code[0] ?? '').toUpperCase() + code.slice(1).replaceAll('-', ' ')
}

/** One message of a problem; `field` is the path of the input it is about. */
export interface FieldError {
  message: string
  field?: string
}

/** An RFC 9457 problem document with a list of errors. */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  requestId: string
  errors: FieldError[]
}

interface ShopErrorDetails {
  errors?: FieldError[]
  /** Extension members of the problem document, such as `short` or `declineCode`. */
  members?: Record<string, unknown>
  headers?: Record<string, string>
}

/** An error for the caller; the code decides the HTTP status. */
export class ShopError extends Error {
  readonly code: ProblemCode
  readonly details: ShopErrorDetails

  constructor(code: ProblemCode, message: string, details: ShopErrorDetails = {}) {
    super(message)
    this.name = 'ShopError'
    this.code = code
    this.details = details
  }

  get status(): ProblemStatus {
    return STATUS[this.code]
  }
}

/** Returned for what does not exist or is hidden from the caller. */
export function notFound(what: string): ShopError {
  return new ShopError('not-found', `${what} not found`)
}

/** Tells a client to wait this many seconds. */
export function tooManyRequests(seconds: number, why = 'Too many requests'): ShopError {
  const headers = { 'retry-after': String(seconds) }
  return new ShopError('too-many-requests', `${why}: try again in ${waitText(seconds)}`, {
    headers,
  })
}

function waitText(seconds: number): string {
  const [count, unit] = seconds < 120 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** A validation error, optionally of one field. */
export function invalid(message: string, field?: string): ShopError {
  return new ShopError('validation', message, {
    errors: [field === undefined ? { message } : { message, field }],
  })
}
