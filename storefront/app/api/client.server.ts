import type { Log } from '@shop/shared/log'
import { inSpan, traceHeaders } from '@shop/shared/tracing'
import { parse, serialize } from 'hono/utils/cookie'
import type * as v from 'valibot'
import { cookieOf, cookiesLike } from '../lib/cookie.server.ts'
import { parseKnownFields } from './known-fields.ts'
import { notFound, refusalOf, unavailable } from './refusal.server.ts'
import { hadSession, signInFirst } from './sign-in-first.server.ts'

export type Service = 'AUTH' | 'PRODUCTS' | 'CART' | 'ORDERS' | 'PAYMENTS' | 'NOTIFICATIONS'
type Addresses = Record<`${Service}_URL`, string>

export interface ApiOptions {
  config: Addresses
  /** The browser's request; its session is sent to the shop's own services only. */
  request: Request
  requestId: string
  log: Log
}

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  json?: object
  form?: FormData
  headers?: Record<string, string>
}

const TIMEOUT_MS = 10_000
const COOKIE = 'session'
const ORDER_KEY = /^order_[0-9a-f]{24}$/

/** Calls the services on behalf of one browser request. */
export function createApi({ config, request, requestId, log }: ApiOptions) {
  const newCookies = new Map<string, string>()
  const { once, forget } = createMemory()
  let session = cookieOf(request, COOKIE)
  // The keys of mailed links are for the orders service only.
  const orderKeys = cookiesLike(request, ORDER_KEY)
  const realIp = request.headers.get('x-real-ip')

  async function open(service: Service, path: string, options: Call = {}): Promise<Response> {
    const { method = 'GET', json, form } = options
    const headers = new Headers({ 'x-request-id': requestId, ...options.headers })
    setCookies(headers, session, service === 'ORDERS' ? orderKeys : [])
    if (realIp !== null) headers.set('x-real-ip', realIp)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const body = json === undefined ? form : JSON.stringify(json)
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const url = serviceUrl(config[`${service}_URL`], path)
    const response = await callInSpan(url, {
      method,
      headers,
      signal,
      ...(body && { body }),
    }).catch((error: unknown) => {
      log.warn({ error, service }, 'a service could not be reached')
      throw unavailable()
    })
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    // A change may make earlier reads outdated.
    if (options.method !== undefined) forget()
    return successful(response, request)
  }

  function keep(cookie: string): void {
    newCookies.set(cookie.slice(0, cookie.indexOf('=')), cookie)
    session = parse(cookie, COOKIE)[COOKIE] ?? session
  }

  async function call<S extends v.GenericSchema>(
    service: Service,
    path: string,
    schema: S,
    options: Call = {},
  ): Promise<v.InferOutput<S>> {
    return parseKnownFields(schema, await jsonOf(await open(service, path, options)))
  }

  return {
    call,
    open,
    hasSession: () => session !== '',
    once,
    newCookies: () => [...newCookies.values()],
  }
}

/** Calls a service as a span that it continues. */
function callInSpan(url: URL, init: RequestInit & { method: string; headers: Headers }) {
  const attributes = { 'http.request.method': init.method, 'url.full': url.origin + url.pathname }
  return inSpan(init.method, { kind: 'CLIENT', attributes }, () => {
    for (const [name, value] of Object.entries(traceHeaders())) init.headers.set(name, value)
    return fetch(url, init)
  })
}

/** A response that is a success; throws a sign-in, an unavailable service or a refusal. */
async function successful(response: Response, request: Request): Promise<Response> {
  if (response.status === 401) throw signInFirst(request, hadSession(request))
  if (response.status >= 500) throw unavailable()
  if (!response.ok) throw await refusalOf(response)
  return response
}

/** The body; an empty text without one. */
async function jsonOf(response: Response): Promise<unknown> {
  const text = await response.text()
  return text === '' ? '' : JSON.parse(text)
}

function setCookies(headers: Headers, session: string, others: string[]): void {
  const all = [...(session === '' ? [] : [serialize(COOKIE, session)]), ...others]
  if (all.length > 0) headers.set('cookie', all.join('; '))
}

function createMemory() {
  const remembered = new Map<string, Promise<unknown>>()
  return {
    /** Shares one call between the loaders of a page. */
    once<T>(this: void, key: string, work: () => Promise<T>): Promise<T> {
      const known = remembered.get(key) as Promise<T> | undefined
      if (known !== undefined) return known
      const fresh = work()
      remembered.set(key, fresh)
      return fresh
    },
    forget: () => remembered.clear(),
  }
}

/** The URL of a route; an id with path segments must not lead to another route. */
function serviceUrl(base: string, path: string): URL {
  const url = new URL(base + path)
  if (url.pathname === path.split('?', 1)[0]) return url
  throw notFound()
}

export type Api = ReturnType<typeof createApi>
