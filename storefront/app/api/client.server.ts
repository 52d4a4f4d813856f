import type { Problem } from '@shop/shared/contracts'
import type { Log } from '@shop/shared/log'
import * as v from 'valibot'
import { hadSession, signInFirst } from './sign-in-first.server.ts'

type Service = 'AUTH' | 'PRODUCTS' | 'CART' | 'ORDERS' | 'PAYMENTS'
type Addresses = Record<`${Service}_URL`, string>

export interface ApiOptions {
  config: Addresses
  /** The browser's request, whose session is passed on to our services and to nobody else. */
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

/** A service refused; `problem` says why in its own words. */
class ApiRefusal extends Error {
  override name = 'ApiRefusal'
  readonly status: number
  readonly problem: Problem
  readonly retryAfter: number | undefined

  constructor(status: number, problem: Problem, retryAfter: number | undefined) {
    super(problem.detail)
    this.status = status
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** Whether an error is a service's refusal: by name, as server and pages are bundled apart. */
export function isRefusal(error: unknown): error is ApiRefusal {
  return error instanceof Error && error.name === 'ApiRefusal'
}

/** Whether an error is that of a service that is away; thrown by a loader it is the page that says so. */
export function isUnavailable(error: unknown): error is Response {
  return error instanceof Response && error.status === UNAVAILABLE
}

function unavailable(): Response {
  return new Response(null, { status: UNAVAILABLE, statusText: 'Service Unavailable' })
}

const UNAVAILABLE = 503
const TIMEOUT_MS = 10_000
const COOKIE = 'session'

/** Calls the services for one request of a browser, as that browser's session. */
export function createApi({ config, request, requestId, log }: ApiOptions) {
  const newCookies = new Map<string, string>()
  const { once, forget } = createMemory()
  let session = sessionIn(request.headers.get('cookie') ?? '')
  const realIp = request.headers.get('x-real-ip')

  async function send(service: Service, path: string, options: Call): Promise<Response> {
    const { method = 'GET', json, form } = options
    const headers = new Headers({ 'x-request-id': requestId, ...options.headers })
    if (session !== undefined) headers.set('cookie', session)
    if (realIp !== null) headers.set('x-real-ip', realIp)
    if (json !== undefined) headers.set('content-type', 'application/json')
    const body = json === undefined ? form : JSON.stringify(json)
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const url = addressOf(config[`${service}_URL`], path)
    const reply = await fetch(url, { method, headers, signal, ...(body && { body }) }).catch(
      (error: unknown) => {
        log.warn({ error, service }, 'a service could not be reached')
        throw unavailable()
      },
    )
    for (const cookie of reply.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';')
      newCookies.set(pair.slice(0, pair.indexOf('=')), cookie)
      session = sessionIn(pair)
    }
    return reply
  }

  async function call<S extends v.GenericSchema>(
    service: Service,
    path: string,
    schema: S,
    options: Call = {},
  ): Promise<v.InferOutput<S>> {
    const reply = await send(service, path, options)
    // What was read before a change may be another now.
    if (options.method !== undefined) forget()
    if (reply.status === 401) throw signInFirst(request, hadSession(request))
    if (reply.status >= 500) throw unavailable()
    if (!reply.ok) throw await refusalOf(reply)
    return v.parse(schema, reply.status === 204 ? '' : await reply.json())
  }

  return {
    call,
    /** Whether the browser has a session at all, a guest's or a user's. */
    hasSession: () => session !== undefined,
    once,
    /** The cookies that the services set, for the browser. */
    newCookies: () => [...newCookies.values()],
  }
}

function createMemory() {
  const remembered = new Map<string, Promise<unknown>>()
  return {
    /** Does what several loaders of one page need only once. */
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

/** The address of a route; what somebody put into an id must not lead to another one. */
function addressOf(base: string, path: string): URL {
  const url = new URL(base + path)
  if (url.pathname === path.split('?', 1)[0]) return url
  const detail = 'There is nothing at this address'
  throw new ApiRefusal(404, { ...NO_PROBLEM, type: '/problems/not-found', detail }, undefined)
}

export type Api = ReturnType<typeof createApi>

function sessionIn(cookies: string): string | undefined {
  const pair = cookies.split(/;\s*/).find((entry) => entry.startsWith(`${COOKIE}=`))
  return pair === `${COOKIE}=` ? undefined : pair
}

async function refusalOf(reply: Response): Promise<ApiRefusal> {
  const retryAfter = Number(reply.headers.get('retry-after') ?? Number.NaN)
  const text = await reply.text()
  return new ApiRefusal(
    reply.status,
    problemIn(text, reply.status),
    Number.isNaN(retryAfter) ? undefined : retryAfter,
  )
}

const NO_PROBLEM: Problem = {
  type: '/problems/refused',
  title: 'The request was refused',
  status: 400,
  detail: 'The request was refused.',
  requestId: '',
  errors: [],
}

function problemIn(text: string, status: number): Problem {
  try {
    return JSON.parse(text) as Problem
  } catch {
    return { ...NO_PROBLEM, status }
  }
}
