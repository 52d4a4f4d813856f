import type { Hono } from 'hono'
import type { Bearer } from '../auth/index.ts'
import { checkResponse } from './check-response.ts'
import { cookieOf } from './people.ts'
import { toTestResponse, type TestResponse } from './test-response.ts'

interface Call {
  as?: Bearer
  json?: unknown
  body?: BodyInit
  headers?: Record<string, string>
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
    const response = await toTestResponse(await app.request(path, init))
    await checkResponse(method, path, response)
    return response
  }
}
