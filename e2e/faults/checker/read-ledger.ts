import { readStack } from '@shop/shared/testing'
import type { Intent } from './facts.ts'

/** Reads the money of all orders from the sandbox. */
export async function readLedger(): Promise<Intent[]> {
  const { sandbox } = await readStack()
  const reply = await fetch(`${sandbox.url}/sandbox/ledger`)
  if (!reply.ok) throw new Error(`${sandbox.url} has no ledger: only the Stripe sandbox keeps one`)
  return ((await reply.json()) as { paymentIntents: Intent[] }).paymentIntents
}
