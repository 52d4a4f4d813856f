import { setDefaultTimeout } from 'bun:test'
import { loadConfig } from '@shop/shared/config'
import { Stripe } from 'stripe'
import * as v from 'valibot'
import { SECRET_KEY, accountOf, startForTest } from './index.ts'

const REAL_URL = 'https://api.stripe.com'
const REAL_TIMEOUT_MS = 60_000

const { STRIPE_TEST_KEY } = loadConfig({
  STRIPE_TEST_KEY: v.optional(
    v.union([v.literal(''), v.pipe(v.string(), v.startsWith('sk_test_'))], 'Must be sk_test_…'),
    '',
  ),
})

/** Whether a key of Stripe's test mode is given: the contract is then tested on the real Stripe. */
export const isReal = STRIPE_TEST_KEY !== ''

/** A Stripe account to test the contract on: the real one's test mode, or a sandbox. */
export interface Account {
  stripe: Stripe
  url: string
  secretKey: string
  /** The ledger's file; only a sandbox has one. */
  file: string | null
  stop: () => Promise<void>
}

/** The real Stripe when a key is given in the environment, else a sandbox of the test's own. */
export function openAccount(): Account {
  if (!isReal) return { ...startForTest(), secretKey: SECRET_KEY }
  setDefaultTimeout(REAL_TIMEOUT_MS)
  return {
    stripe: new Stripe(STRIPE_TEST_KEY, { telemetry: false }),
    url: REAL_URL,
    secretKey: STRIPE_TEST_KEY,
    file: null,
    stop: () => Promise.resolve(),
  }
}

/** An idempotency key that no earlier run has used: the real Stripe keeps them for a day. */
export function newKey(name: string): Stripe.RequestOptions {
  return { idempotencyKey: `${name}:${crypto.randomUUID()}` }
}

/** What is held, taken and given back of an intent; a sandbox's ledger has to say the same. */
export async function moneyOf({ stripe, url }: Account, id: string) {
  const intent = await stripe.paymentIntents.retrieve(id)
  const refunds = await stripe.refunds.list({ payment_intent: id })
  const money = {
    held: intent.amount_capturable,
    taken: intent.amount_received,
    back: refunds.data.reduce((total, { amount }) => total + amount, 0),
  }
  if (isReal) return money
  const { authorised, captured, released, refunded } = await accountOf(
    url,
    intent.metadata['orderId'] ?? '',
  )
  const held = authorised - captured - released
  if (!Bun.deepEquals(money, { held, taken: captured, back: refunded }))
    throw new Error(`the ledger of ${id} does not tell what the API tells`)
  return money
}
