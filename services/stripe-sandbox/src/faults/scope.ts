import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import { cardOf } from '../ledger/cards.ts'
import { find } from '../ledger/objects.ts'
import type { Dispute } from '../rules/step.ts'
import { testCard } from '../rules/test-tokens.ts'
import type { Scope } from './store.ts'

export type Subject = Stripe.PaymentIntent | Stripe.Charge | Stripe.Refund | Dispute

/** The order and card of an object. */
export function scopeOfObject(db: Database, object: Subject): Scope {
  const intent = object.object === 'payment_intent' ? object : intentOf(db, object.payment_intent)
  return {
    orderId: intent?.metadata['orderId'] ?? null,
    card: numberOf(db, methodOf(object)) ?? numberOf(db, intent?.payment_method),
  }
}

function methodOf(object: Subject) {
  return object.object === 'dispute' ? null : object.payment_method
}

/** The parameters that identify an order or a card. */
export interface ScopeParams {
  metadata?: Record<string, string> | '' | undefined
  payment_intent?: string | undefined
  charge?: string | undefined
  payment_method?: string | undefined
  confirmation_token?: string | undefined
  payment_method_data?: { card?: { token?: string | undefined } | undefined } | undefined
}

/** The order and card of a request, before it is executed. */
export function scopeOfRequest(db: Database, id: string, params: ScopeParams): Scope {
  const intent = intentOf(db, id === '' ? intentIn(db, params) : id)
  const orderId = intent?.metadata['orderId'] ?? orderIn(params)
  return { orderId, card: numberOf(db, cardIn(params) ?? intent?.payment_method) }
}

function intentIn(db: Database, { payment_intent, charge }: ScopeParams) {
  return payment_intent ?? find(db, 'charge', charge ?? '')?.payment_intent
}

function orderIn({ metadata }: ScopeParams): string | null {
  return (metadata === '' ? undefined : metadata?.['orderId']) ?? null
}

function cardIn({ payment_method, confirmation_token, payment_method_data }: ScopeParams) {
  return payment_method ?? confirmation_token ?? payment_method_data?.card?.token
}

function intentOf(db: Database, intent: string | Stripe.PaymentIntent | null | undefined) {
  return typeof intent === 'string' ? find(db, 'payment_intent', intent) : undefined
}

function numberOf(db: Database, owner: string | Stripe.PaymentMethod | null | undefined) {
  if (typeof owner !== 'string') return null
  return cardOf(db, owner)?.number ?? testCard(owner, new Date())?.number ?? null
}
