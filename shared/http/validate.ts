import type { Input, ValidationTargets } from 'hono'
import { createMiddleware } from 'hono/factory'
import * as v from 'valibot'
import { Id, ShopError, invalid, notFound, type FieldError } from '../contracts/index.ts'
import type { AppEnv } from './app-env.ts'

type Validated<T extends keyof ValidationTargets, O> = Input & { in: object; out: { [K in T]: O } }

const POLLUTING = new Set(['__proto__', 'constructor', 'prototype'])

/** Parses a JSON body by a strict schema; the handler reads it by `c.req.valid('json')`. */
export function validJson<S extends v.GenericSchema>(schema: S) {
  return createMiddleware<AppEnv, string, Validated<'json', v.InferOutput<S>>>(async (c, next) => {
    if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? ''))
      throw new ShopError('unsupported-media-type', 'The body must be application/json')
    const body = parseJson(await c.req.text())
    // valibot accepts an array as an object without required fields.
    if (Array.isArray(body)) throw new ShopError('validation', 'The body must be an object')
    c.req.addValidatedData('json', parseInput(schema, body) as object)
    await next()
  })
}

/** Parses the query string by a strict schema; the handler reads it by `c.req.valid('query')`. */
export function validQuery<S extends v.GenericSchema>(schema: S) {
  return createMiddleware<AppEnv, string, Validated<'query', v.InferOutput<S>>>(async (c, next) => {
    c.req.addValidatedData('query', parseInput(schema, queryOf(c.req.url)) as object)
    await next()
  })
}

/** Parses the path's parameters, which the handler reads by `c.req.valid('param')`; throws `not-found` for malformed ones. */
export function validPath<E extends v.ObjectEntries>(what: string, entries: E) {
  const schema = v.object(entries)
  type Params = v.InferOutput<typeof schema>
  return createMiddleware<AppEnv, string, Validated<'param', Params>>(async (c, next) => {
    const params = v.safeParse(schema, c.req.param())
    if (!params.success) throw notFound(what)
    c.req.addValidatedData('param', params.output)
    await next()
  })
}

/** Parses `:id`, which the handler reads by `c.req.valid('param')`; throws `not-found` for a malformed one. */
export const validId = (what: string) => validPath(what, { id: Id })

/** The parsed input; throws a `validation` error with every issue and its field. */
export function parseInput<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  if (result.success) return result.output
  const errors = result.issues.map((issue): FieldError => {
    const field = v.getDotPath(issue)
    return field === null ? { message: issue.message } : { message: issue.message, field }
  })
  throw new ShopError('validation', errors[0]?.message ?? 'Not valid', { errors })
}

/** The parameters of a query string; throws `validation` for a repeated one, of which either could be meant. */
function queryOf(url: string): Record<string, string> {
  const { searchParams } = new URL(url)
  const seen = new Set<string>()
  for (const name of searchParams.keys()) {
    if (seen.has(name)) throw invalid('Must be given only once', name)
    seen.add(name)
  }
  return Object.fromEntries(searchParams)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (key, value: unknown) => {
      if (POLLUTING.has(key)) throw new ShopError('validation', `The key ${key} is not allowed`)
      return value
    })
  } catch (error) {
    if (error instanceof ShopError) throw error
    throw new ShopError('malformed-body', 'The body is not valid JSON')
  }
}
