import { readStack } from '@shop/shared/testing'
import type { Intent } from './facts.ts'

/** Reads all PaymentIntents from the sandbox's ledger. */
export async function readLedger(): Promise<Intent[]> {
  const { sandbox } = await readStack()
  const response = await fetch(`${sandbox.url}/sandbox/ledger`)
  if (!response.ok)
    throw new Error(`${sandbox.url} has no ledger: only the Stripe sandbox keeps one`)
  return ((await response.json()) as { paymentIntents: Intent[] }).paymentIntents
}
