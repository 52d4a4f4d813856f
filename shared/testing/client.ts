import type { Hono } from 'hono'
import type { Bearer } from '../auth/index.ts'
import { checkResponse } from './check-response.ts'
import { cookieOf } from './people.ts'

interface Call {
  as?: Bearer
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
}

export interface TestResponse {
  status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests compare bodies field by field
  body: any
  headers: Headers
}

/** Sends requests through a whole app, as users whose sessions it signs, and checks the responses against the contract. */
export function testClient(app: Pick<Hono, 'request'>, privateKey: string) {
  return async function call(
    method: string,
    path: string,
    { as, json, body, headers }: Call = {},
  ): Promise<TestResponse> {
    const all = new Headers(headers)
    if (as !== undefined) all.set('cookie', await cookieOf(as, privateKey))
    if (json !== undefined) all.set('content-type', 'application/json')
    const payload = json === undefined ? body : JSON.stringify(json)
    const init = { method, headers: all, ...(payload === undefined ? {} : { body: payload }) }
    const sent = await app.request(path, init)
    const text = await sent.text()
    const response = { status: sent.status, body: parsed(text), headers: sent.headers }
    await checkResponse(method, path, response)
    return response
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
