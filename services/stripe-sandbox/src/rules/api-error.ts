import type { Stripe } from 'stripe'

type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

export interface ErrorDetails {
  type?: ErrorType
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
}

/** An error of Stripe's API: a status and the `error` object of the response. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly details: ErrorDetails

  constructor(status: number, message: string, details: ErrorDetails = {}) {
    super(message)
    this.status = status
    this.details = details
  }

  get body(): { error: Record<string, unknown> } {
    const { code, type = 'invalid_request_error', ...rest } = this.details
    const known = code === undefined ? {} : { code, doc_url: docUrl(code) }
    return { error: { ...known, message: this.message, type, ...rest } }
  }
}

/** Stripe's documentation of an error code. */
export function docUrl(code: string): string {
  return `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}`
}

/** A 400 error. */
export function invalidRequest(message: string, details: ErrorDetails = {}): ApiError {
  return new ApiError(400, message, details)
}

/** An unknown id: 404 in the path, 400 in a parameter. */
export function noSuch(kind: string, id: string, param = 'id'): ApiError {
  const label = kind === 'payment_method' ? 'PaymentMethod' : kind
  const details = { code: 'resource_missing', param }
  return new ApiError(param === 'id' ? 404 : 400, `No such ${label}: '${id}'`, details)
}

/** A declined or invalid card. */
export function cardError(message: string, details: ErrorDetails): ApiError {
  return new ApiError(402, message, { type: 'card_error', ...details })
}

/** Stripe's error for an unknown URL. */
export function unknownUrl(method: string, path: string): ApiError {
  return new ApiError(
    404,
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  )
}
