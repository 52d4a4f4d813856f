import type { Database } from 'bun:sqlite'
import type { Stripe } from 'stripe'
import type * as v from 'valibot'
import type { Fault, FaultCall } from '../faults/store.ts'

export interface CallResult {
  status: number
  body: object
}

/** The context of a call, inside its transaction. */
export interface CallContext<P = unknown> {
  db: Database
  params: P
  /** The id in the path; empty for a call on the collection. */
  id: string
  request: Stripe.Event.Request
  fault: Fault | null
  publicUrl: string
}

/** One operation of the API: its parameters and its code. */
export interface Call<S extends v.GenericSchema = v.GenericSchema> {
  schema: S
  run: (context: CallContext<v.InferOutput<S>>) => CallResult
  /** The name for fault injection. */
  fault?: Exclude<FaultCall, 'webhook'>
  /** Whether the publishable key is enough. */
  publishable?: true
}

/** Defines a call; its schema types its code. */
export function defineCall<S extends v.GenericSchema>(call: Call<S>): Call<S> {
  return call
}

export function ok(body: object): CallResult {
  return { status: 200, body }
}
