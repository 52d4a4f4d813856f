import { ONE_DAY } from './clock.ts'
import type { Run } from './run.ts'

type Code = 'down' | 'unexpected_state' | 'card_declined' | 'idempotency' | 'amount_too_large'

export class StripeError extends Error {
  readonly code: Code
  /** Whether it is the stored response to an earlier call with the same key. */
  readonly isReplayed: boolean

  constructor(code: Code, isReplayed = false) {
    super(code)
    this.code = code
    this.isReplayed = isReplayed
  }
}

type Result = { value: unknown } | { error: unknown }

interface Call {
  parameters: string
  at: number
  result: Result
}

/** Stripe's idempotency keys: results, 500s too, are replayed for a day. */
export class IdempotencyKeys {
  readonly #run: Run
  readonly #calls = new Map<string, Call>()

  constructor(run: Run) {
    this.#run = run
  }

  /** Runs a POST once per key; rejects other parameters under the same key. */
  post<T>(key: string, parameters: string, act: () => T): T {
    // The request is lost.
    if (this.#happens(0.02)) throw new StripeError('down')
    const known = this.#known(key, parameters)
    const { result } = known ?? this.#make(key, parameters, act)
    // The response is lost.
    if (this.#happens(0.02)) throw new StripeError('down')
    if ('error' in result) throw known === undefined ? result.error : replayed(result.error)
    return result.value as T
  }

  #known(key: string, parameters: string): Call | undefined {
    const call = this.#calls.get(key)
    if (call === undefined || this.#run.now - call.at > ONE_DAY) return undefined
    if (call.parameters === parameters) return call
    this.#run.violate('an idempotency key is reused only with the same parameters', key)
    throw new StripeError('idempotency')
  }

  #make(key: string, parameters: string, act: () => unknown): Call {
    const call = { parameters, at: this.#run.now, result: this.#execute(act) }
    this.#calls.set(key, call)
    return call
  }

  #execute(act: () => unknown): Result {
    // A 500 is stored like any other response, whether the act was committed before it or not.
    const isFailing = this.#happens(0.005)
    if (isFailing && this.#happens(0.5)) return { error: new StripeError('down') }
    try {
      const value = act()
      return isFailing ? { error: new StripeError('down') } : { value }
    } catch (error) {
      return { error }
    }
  }

  #happens(probability: number): boolean {
    return this.#run.isFaulty && this.#run.random.chance(probability)
  }
}

function replayed(error: unknown): unknown {
  return error instanceof StripeError ? new StripeError(error.code, true) : error
}
