import * as v from 'valibot'
import { statusOf, type ProblemCode } from './errors.ts'
import { ProblemResponse } from './problem-response.ts'
import type { ServiceName } from './services.ts'

/** A documented response: the schema of its body and one example. */
export interface ResponseContract {
  schema: v.GenericSchema
  example: unknown
  /** Of the body; JSON by default. */
  contentType?: 'text/csv'
}

/** A route of the API. */
export interface RouteContract {
  service: ServiceName
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:id` where an id stands. */
  path: string
  /** `owner` and `seller`: anyone with a session (for `seller`, of an account), but other people's things are not found (or forbidden, if public). `admin`: staff. */
  who: 'anyone' | 'session' | 'user' | 'owner' | 'seller' | 'admin'
  summary: string
  /** What the summary leaves open. */
  description?: string
  body?: v.GenericSchema
  /** Fields of a multipart form, which has a file `image` beside them. */
  form?: v.GenericSchema
  /** The body may also be a multipart form with a file `image`. */
  takesPicture?: boolean
  query?: v.GenericSchema
  /** Headers that the route reads, with what they are for. */
  headers?: Record<string, string>
  /** Server-sent events by name: the schema of each event's data. */
  events?: Record<string, v.GenericSchema>
  /** A request that succeeds once the ids in it exist. */
  example?: { query?: Record<string, string>; body?: object }
  /** Calls of one session per hour, within its limit on all writes. */
  perHour?: number
  /** Successful responses by status. */
  responses: Record<number, ResponseContract>
  /** Every problem that the route documents. */
  problems: readonly ProblemCode[]
}

type Rest = Omit<RouteContract, 'service' | 'method' | 'path' | 'who' | 'summary'>

/** Creates the rows of one service. */
export function routesOf(service: RouteContract['service']) {
  return (
    method: RouteContract['method'],
    path: string,
    who: RouteContract['who'],
    summary: string,
    rest: Rest,
  ): RouteContract => ({ service, method, path, who, summary, ...rest })
}

/** A response with a body. */
export function withBody<S extends v.GenericSchema>(
  schema: S,
  example: v.InferInput<S>,
): ResponseContract {
  return { schema, example }
}

/** A response with a CSV file. */
export function withCsv(example: string): ResponseContract {
  return { schema: v.string(), example, contentType: 'text/csv' }
}

/** A response without a body. */
export const NO_BODY: ResponseContract = { schema: v.literal(''), example: '' }

/** The schema of a list that is always a page. */
export function listOf<S extends v.GenericSchema>(item: S) {
  return v.strictObject({ items: v.array(item), nextCursor: v.nullable(v.string()) })
}

/** The schema of a list: a plain array for a request without parameters, otherwise a page. */
export function pageOf<S extends v.GenericSchema>(item: S) {
  return v.union([v.array(item), listOf(item)])
}

/** The path of a route with values for its parameters; throws for a missing one. */
export function pathWith({ path }: Pick<RouteContract, 'path'>, values: Record<string, string>) {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`no value for :${name} of ${path}`)
    return value
  })
}

/** Problems of every route that writes. */
export const WRITE_PROBLEMS = ['forbidden', 'too-many-requests'] as const

/** Problems of every route that takes a body. */
export const BODY_PROBLEMS = [
  ...WRITE_PROBLEMS,
  'malformed-body',
  'validation',
  'payload-too-large',
  'unsupported-media-type',
] as const

/** The problems that a status of the route stands for. */
export function problemsOf({ problems }: RouteContract, status: number): ProblemCode[] {
  return problems.filter((code) => statusOf(code) === status)
}

/** Every status that the route documents, in ascending order. */
export function statusesOf({ responses, problems }: RouteContract): number[] {
  const all = new Set([...Object.keys(responses).map(Number), ...problems.map(statusOf)])
  return [...all].toSorted((a, b) => a - b)
}

/** The schema of the body of a documented response. */
export function responseSchema(route: RouteContract, status: number): v.GenericSchema | undefined {
  const success = route.responses[status]?.schema
  return success ?? (problemsOf(route, status).length > 0 ? ProblemResponse : undefined)
}
