import { KEY_AGE } from './clock.ts'
import type { Run } from './run.ts'

type Code = 'down' | 'unexpected_state' | 'card_declined' | 'idempotency' | 'amount_too_large'

export class StripeError extends Error {
  readonly code: Code

  constructor(code: Code) {
    super(code)
    this.code = code
  }
}

type Answer = { value: unknown } | { error: unknown }

interface Call {
  parameters: string
  at: number
  answer: Answer
}

/** Stripe's idempotency keys: replayed while known, a stored 500 too, and forgotten after a day. */
export class IdempotencyKeys {
  readonly #run: Run
  readonly #calls = new Map<string, Call>()

  constructor(run: Run) {
    this.#run = run
  }

  /** A POST with its key: the act happens once for each key; refused with other parameters. */
  post<T>(key: string, parameters: string, act: () => T): T {
    // It never arrives.
    if (this.#happens(0.02)) throw new StripeError('down')
    const { answer } = this.#known(key, parameters) ?? this.#make(key, parameters, act)
    // It is done, but the answer is lost.
    if (this.#happens(0.02)) throw new StripeError('down')
    if ('error' in answer) throw answer.error
    return answer.value as T
  }

  #known(key: string, parameters: string): Call | undefined {
    const call = this.#calls.get(key)
    if (call === undefined || this.#run.now - call.at > KEY_AGE) return undefined
    if (call.parameters === parameters) return call
    this.#run.violate('an idempotency key has the same parameters every time', key)
    throw new StripeError('idempotency')
  }

  #make(key: string, parameters: string, act: () => unknown): Call {
    const call = { parameters, at: this.#run.now, answer: this.#answer(act) }
    this.#calls.set(key, call)
    return call
  }

  #answer(act: () => unknown): Answer {
    // A 500, which is stored like any other answer.
    if (this.#happens(0.005)) return { error: new StripeError('down') }
    try {
      return { value: act() }
    } catch (error) {
      return { error }
    }
  }

  #happens(probability: number): boolean {
    return this.#run.isFaulty && this.#run.random.chance(probability)
  }
}
