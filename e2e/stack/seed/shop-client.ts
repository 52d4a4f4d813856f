import { readFileSync } from 'node:fs'
import { statusOf } from '@shop/shared/contracts'
import { StackFailure } from '../system/failure.ts'
import { until } from '../system/until.ts'

/** On a machine that is busy with a first start, the shop may have no time for a password yet. */
const RETRY = { withinMs: 60_000, everyMs: 1000 }
const TAKEN = statusOf('validation')

/** An API client of one user: sends requests and keeps the session cookie. */
export class ShopClient {
  readonly #url: string
  readonly #ca: string
  #cookie = ''

  constructor(url: string, caFile: string) {
    this.#url = url
    this.#ca = readFileSync(caFile, 'utf8')
  }

  /** Signs up, or signs in when the email is taken; returns the user's id. */
  async enter(email: string, password: string): Promise<string> {
    const credentials = { email, password }
    let signedUp = await this.send('POST', '/api/users/signup', credentials)
    await until(async () => {
      if (signedUp.ok || signedUp.status === TAKEN) return true
      signedUp = await this.send('POST', '/api/users/signup', credentials)
      return signedUp.ok
    }, RETRY)
    const user = signedUp.ok
      ? await signedUp.json()
      : await this.must('POST', '/api/users/signin', credentials)
    return (user as { id: string }).id
  }

  /** Sends a request, throws unless it succeeds, and returns the response body. */
  async must(method: string, path: string, body?: object): Promise<unknown> {
    const reply = await this.send(method, path, body)
    const text = await reply.text()
    if (!reply.ok) throw new StackFailure(`${method} ${path} returned ${reply.status}: ${text}`)
    return JSON.parse(text)
  }

  async send(method: string, path: string, body?: object): Promise<Response> {
    const isForm = body instanceof FormData
    const reply = await fetch(this.#url + path, {
      method,
      headers: {
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      tls: { ca: this.#ca },
    })
    const cookie = reply.headers.getSetCookie().find((line) => line.startsWith('session='))
    if (cookie !== undefined) this.#cookie = cookie.split(';')[0] ?? ''
    return reply
  }
}
