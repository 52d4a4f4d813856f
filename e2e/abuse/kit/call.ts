import { signToken } from '@shop/shared/auth'
import { newId, type StackFile } from '@shop/shared/testing'

export type Program = 'storefront' | 'auth' | 'products' | 'cart' | 'orders' | 'payments'

export interface Call {
  /** The client address that the front frontDoor would forward. */
  from?: string
  cookie?: string
  json?: unknown
  body?: BodyInit
  type?: string
}

export interface CallResponse {
  /** 0 when the connection broke. */
  status: number
  text: string
  cookie: string
  ms: number
}

const GIVE_UP_MS = 60_000

/** Sends a request to a program's own port, as the front frontDoor does for a client. */
export async function call(
  { services }: StackFile,
  program: Program,
  method: string,
  path: string,
  options: Call = {},
): Promise<CallResponse> {
  const startedAt = performance.now()
  const ms = () => performance.now() - startedAt
  try {
    const response = await fetch(services[program]?.url + path, { ...initOf(options), method })
    const set = response.headers.get('set-cookie')?.split(';')[0] ?? ''
    return { status: response.status, text: await response.text(), cookie: set, ms: ms() }
  } catch {
    return { status: 0, text: '', cookie: '', ms: ms() }
  }
}

function initOf({ from = '203.0.113.1', cookie, json, body, type }: Call): RequestInit {
  const headers = new Headers({ 'x-real-ip': from, 'x-forwarded-for': from })
  if (cookie !== undefined) headers.set('cookie', cookie)
  const isJson = json !== undefined
  if (isJson || type !== undefined) headers.set('content-type', type ?? 'application/json')
  const payload = isJson ? JSON.stringify(json) : body
  const init: RequestInit = { headers, redirect: 'manual', signal: AbortSignal.timeout(GIVE_UP_MS) }
  return payload === undefined ? init : { ...init, body: payload }
}

/** The session cookie of a new user. */
export async function newCookie(
  { jwtKey }: StackFile,
  role: 'user' | 'guest' = 'user',
  guestIds: string[] = [],
): Promise<string> {
  const sub = newId()
  const email = role === 'user' ? { email: `${sub}@example.com` } : {}
  return cookieFor(jwtKey, { sub, sid: crypto.randomUUID(), role, guestIds, ...email })
}

/** The cookie of a session. */
export async function cookieFor(
  jwtKey: string,
  bearer: Parameters<typeof signToken>[0],
): Promise<string> {
  return `session=${await signToken(bearer, jwtKey)}`
}
