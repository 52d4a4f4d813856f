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

/** Whether a Stripe test key is set: the contract tests then run against the real Stripe. */
export const isReal = STRIPE_TEST_KEY !== ''

/** The account for contract tests: the real Stripe's test mode, or a sandbox. */
export interface Account {
  stripe: Stripe
  url: string
  secretKey: string
  /** The sandbox's ledger; null with the real Stripe. */
  file: string | null
  stop: () => Promise<void>
}

/** Opens the real Stripe if a test key is set, else a new sandbox. */
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

/** A unique idempotency key: the real Stripe keeps them for a day. */
export function newKey(name: string): Stripe.RequestOptions {
  return { idempotencyKey: `${name}:${crypto.randomUUID()}` }
}

/** The held, captured and refunded amounts of an intent; a sandbox's ledger must agree. */
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
    throw new Error(`the ledger of ${id} differs from the API`)
  return money
}
