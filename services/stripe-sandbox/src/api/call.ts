import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import type * as v from 'valibot'
import type { FaultCall } from '../faults/store.ts'

export interface Answer {
  status: number
  body: object
}

/** What one call works with, inside the transaction that writes all it does. */
export interface CallContext<P = unknown> {
  db: Database
  params: P
  /** The id in the path; empty for a call on the collection. */
  id: string
  request: Stripe.Event.Request
  publicUrl: string
}

/** One operation of the wire API: its parameters and what it does. */
export interface Call<S extends v.GenericSchema = v.GenericSchema> {
  schema: S
  run: (context: CallContext<v.InferOutput<S>>) => Answer
  /** The name by which faults are aimed at it. */
  fault?: Exclude<FaultCall, 'webhook'>
  /** Browsers may make it with the publishable key. */
  publishable?: true
}

/** Names a call's schema and code together, so that the one types the other. */
export function defineCall<S extends v.GenericSchema>(call: Call<S>): Call<S> {
  return call
}

/** The answer of a call that worked. */
export function ok(body: object): Answer {
  return { status: 200, body }
}
