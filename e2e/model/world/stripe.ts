import type { Run } from './run.ts'
import { IdempotencyKeys, StripeError } from './stripe-keys.ts'

export type Card = 'good' | 'declined' | '3ds'

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_action'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'

interface MadeRefund {
  refundId: string
  amount: number
  status: 'succeeded' | 'failed'
}

export interface Intent {
  id: string
  orderId: string
  amount: number
  status: IntentStatus
  captured: number
  refunds: MadeRefund[]
  /** How many of the next refunds fail. */
  failingRefunds: number
}

/** A webhook to deliver. */
export interface Webhook {
  orderId: string
  intentId: string
  /** What it reports. */
  status: IntentStatus
  at: number
}

/** Stripe: legal transitions only; webhooks are lost, duplicated and late; responses are lost. */
export class Stripe {
  readonly #run: Run
  readonly #keys: IdempotencyKeys
  readonly intents = new Map<string, Intent>()
  webhooks: Webhook[] = []

  constructor(run: Run) {
    this.#run = run
    this.#keys = new IdempotencyKeys(run)
  }

  create(key: string, orderId: string, amount: number): string {
    return this.#keys.post(key, `${orderId} ${amount}`, () => {
      const { random } = this.#run
      const id = `pi${this.intents.size + 1}`
      const failingRefunds = random.chance(0.3) ? random.between(1, 2) : 0
      const status = 'requires_payment_method'
      this.intents.set(id, {
        id,
        orderId,
        amount,
        status,
        captured: 0,
        refunds: [],
        failingRefunds,
      })
      return id
    })
  }

  confirm(key: string, id: string, card: Card): IntentStatus {
    return this.#keys.post(key, `${id} ${card}`, () => {
      const intent = this.#in(id, 'requires_payment_method', 'requires_action')
      if (card === 'declined') {
        this.#move(intent, 'requires_payment_method')
        throw new StripeError('card_declined')
      }
      return this.#move(intent, card === '3ds' ? 'requires_action' : 'requires_capture')
    })
  }

  /** The shopper passes or fails 3-D Secure in the browser. */
  finishChallenge(intent: Intent): void {
    if (intent.status !== 'requires_action') return
    const isPassed = this.#run.random.chance(0.8)
    this.#move(intent, isPassed ? 'requires_capture' : 'requires_payment_method')
  }

  /** The authorization expires and Stripe cancels the PaymentIntent. */
  expire(intent: Intent): void {
    if (intent.status === 'requires_capture') this.#move(intent, 'canceled')
  }

  capture(key: string, id: string): IntentStatus {
    return this.#keys.post(key, id, () => {
      const intent = this.#in(id, 'requires_capture')
      intent.captured += intent.amount
      return this.#move(intent, 'succeeded')
    })
  }

  cancel(key: string, id: string): IntentStatus {
    return this.#keys.post(key, id, () => {
      const open = ['requires_payment_method', 'requires_action', 'requires_capture'] as const
      return this.#move(this.#in(id, ...open), 'canceled')
    })
  }

  refund(key: string, id: string, refundId: string, amount: number): MadeRefund['status'] {
    return this.#keys.post(key, `${id} ${refundId} ${amount}`, () => {
      const intent = this.#in(id, 'succeeded')
      const given = intent.refunds.filter(({ status }) => status === 'succeeded')
      const sum = given.reduce((total, refund) => total + refund.amount, 0)
      if (sum + amount > intent.captured) throw new StripeError('amount_too_large')
      const status = intent.failingRefunds > 0 ? 'failed' : 'succeeded'
      intent.failingRefunds -= 1
      intent.refunds.push({ refundId, amount, status })
      this.#run.record(`    Stripe: refund ${refundId} of ${amount} on ${id} ${status}`)
      return status
    })
  }

  retrieve(id: string): Intent {
    if (this.#run.isFaulty && this.#run.random.chance(0.02)) throw new StripeError('down')
    return this.#find(id)
  }

  #find(id: string): Intent {
    const intent = this.intents.get(id)
    if (intent === undefined) throw new Error(`no such PaymentIntent: ${id}`)
    return intent
  }

  #in(id: string, ...legal: IntentStatus[]): Intent {
    const intent = this.#find(id)
    if (!legal.includes(intent.status)) throw new StripeError('unexpected_state')
    return intent
  }

  #move(intent: Intent, status: IntentStatus): IntentStatus {
    const { random, now } = this.#run
    this.#run.record(`    Stripe: ${intent.id} ${intent.status} → ${status}`)
    intent.status = status
    for (let copies = random.pick([0, 1, 1, 1, 2]); copies > 0; copies -= 1) {
      const at = now + random.between(0, 400)
      this.webhooks.push({ orderId: intent.orderId, intentId: intent.id, status, at })
    }
    return status
  }
}
