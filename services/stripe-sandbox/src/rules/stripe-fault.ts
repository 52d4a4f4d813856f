import type { Stripe } from 'stripe'

type FaultType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error'

export interface FaultDetails {
  type?: FaultType
  code?: string
  param?: string
  decline_code?: string
  charge?: string
  payment_intent?: Stripe.PaymentIntent
  payment_method?: Stripe.PaymentMethod
}

/** An error as Stripe's API words it: a status and the `error` object of the reply. */
export class StripeFault extends Error {
  override name = 'StripeFault'
  readonly status: number
  readonly details: FaultDetails

  constructor(status: number, message: string, details: FaultDetails = {}) {
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

/** The page of Stripe's documentation on an error code. */
export function docUrl(code: string): string {
  return `https://docs.stripe.com/error-codes/${code.replaceAll('_', '-')}`
}

/** A request that Stripe refuses with 400. */
export function invalidRequest(message: string, details: FaultDetails = {}): StripeFault {
  return new StripeFault(400, message, details)
}

/** An id that names nothing: 404 in the path, 400 in a parameter. */
export function noSuch(kind: string, id: string, param = 'id'): StripeFault {
  const label = kind === 'payment_method' ? 'PaymentMethod' : kind
  const details = { code: 'resource_missing', param }
  return new StripeFault(param === 'id' ? 404 : 400, `No such ${label}: '${id}'`, details)
}

/** A card that is refused, at the till or while it is typed in. */
export function cardFault(message: string, details: FaultDetails): StripeFault {
  return new StripeFault(402, message, { type: 'card_error', ...details })
}

/** What Stripe says of an address that it does not have. */
export function unknownUrl(method: string, path: string): StripeFault {
  return new StripeFault(
    404,
    `Unrecognized request URL (${method}: ${path}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
  )
}
