import type { Run } from './run.ts'
import { IdempotencyKeys, StripeError } from './stripe-keys.ts'
import { StripeRefunds, leftOf, type RefundStatus, type StripeRefund } from './stripe-refunds.ts'

export type Card = 'good' | 'declined' | '3ds'

export type IntentStatus =
  | 'requires_payment_method'
  | 'requires_action'
  | 'requires_capture'
  | 'succeeded'
  | 'canceled'

export interface Intent {
  id: string
  orderId: string
  amount: number
  status: IntentStatus
  captured: number
  refunds: StripeRefund[]
  /** How many of the next refunds fail. */
  failingRefunds: number
}

/** A webhook to deliver. */
export interface Webhook {
  orderId: string
  intentId: string
  /** What it reports. */
  status: IntentStatus | 'refunds'
  at: number
}

/** Stripe: legal transitions only; webhooks are lost, duplicated and late; responses are lost. */
export class Stripe {
  readonly #run: Run
  readonly #keys: IdempotencyKeys
  readonly intents = new Map<string, Intent>()
  webhooks: Webhook[] = []
  readonly refunds: StripeRefunds<Intent>

  constructor(run: Run) {
    this.#run = run
    this.#keys = new IdempotencyKeys(run)
    this.refunds = new StripeRefunds(run, (intent) => this.#notify(intent, 'refunds'))
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

  /** Now and then a shopper passes or fails 3-D Secure in the browser. */
  finishChallenges(): void {
    const { random } = this.#run
    const all = [...this.intents.values()]
    const waiting = all.filter(({ status }) => status === 'requires_action')
    if (waiting.length === 0 || !random.chance(0.02)) return
    const status = random.chance(0.8) ? 'requires_capture' : 'requires_payment_method'
    this.#move(random.pick(waiting), status)
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

  refund(key: string, id: string, refundId: string, amount: number): RefundStatus {
    return this.#keys.post(key, `${id} ${refundId} ${amount}`, () => {
      const intent = this.#in(id, 'succeeded')
      if (amount > leftOf(intent)) throw new StripeError('amount_too_large')
      const isFailing = intent.failingRefunds > 0
      intent.failingRefunds -= 1
      return this.refunds.add(intent, { refundId, amount, isFailing })
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
    this.#run.record(`    Stripe: ${intent.id} ${intent.status} → ${status}`)
    intent.status = status
    this.#notify(intent, status)
    return status
  }

  /** Webhooks are lost, late and doubled. */
  #notify({ id: intentId, orderId }: Intent, status: Webhook['status']): void {
    const { random, now } = this.#run
    for (let copies = random.pick([0, 1, 1, 1, 2]); copies > 0; copies -= 1)
      this.webhooks.push({ orderId, intentId, status, at: now + random.between(0, 400) })
  }
}
