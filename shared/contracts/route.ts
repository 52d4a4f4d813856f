import * as v from 'valibot'
import { ProblemResponse } from './problem-response.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** A route of the API: who may call it, what it takes, and every status it documents with its body. */
export interface RouteContract {
  service: 'auth' | 'products' | 'cart' | 'orders' | 'payments'
  method: Method
  /** With `:id` where an id stands. */
  path: string
  /** `owner`: anyone with a session, but other people's things are not found (or forbidden, if public). */
  who: 'anyone' | 'session' | 'user' | 'owner'
  body?: v.GenericSchema
  /** Fields of a multipart form, which has a file `image` beside them. */
  form?: v.GenericSchema
  query?: v.GenericSchema
  /** How often a session may call it in an hour, beside what it may write at all. */
  perHour?: number
  replies: Partial<Record<number, v.GenericSchema>>
}

type Rest = Pick<RouteContract, 'body' | 'form' | 'query' | 'perHour' | 'replies'>

/** Makes the rows of one service. */
export function routesOf(service: RouteContract['service']) {
  return (method: Method, path: string, who: RouteContract['who'], rest: Rest): RouteContract => ({
    service,
    method,
    path,
    who,
    ...rest,
  })
}

export const EMPTY = v.literal('')

/** A list: a plain array for a bare request, a page for any other. */
export function pageOf<S extends v.GenericSchema>(item: S) {
  return v.union([
    v.array(item),
    v.strictObject({ items: v.array(item), nextCursor: v.nullable(v.string()) }),
  ])
}

/** Refusals with these statuses. */
export function refusals<S extends number>(...statuses: S[]): Record<S, typeof ProblemResponse> {
  return Object.fromEntries(statuses.map((status) => [status, ProblemResponse])) as never
}

/** Statuses that every route with a body documents. */
export const bad = refusals(400, 403, 413, 415, 429)
