import { StackFailure } from '../stack/system/failure.ts'
import type { Shop } from './shop.ts'

const AT_ONCE = 8

/** The cookie of the demo user. */
export function signIn({ services, user }: Shop): Promise<string> {
  const { email, password } = user
  return sessionFrom(`${services.auth.url}/api/users/signin`, { email, password })
}

/** The cookies of new guests; sessions come from the shop, because commits sign them differently. */
export async function newGuests({ services }: Shop, count: number): Promise<string[]> {
  const cookies: string[] = []
  while (cookies.length < count) {
    const missing = Math.min(AT_ONCE, count - cookies.length)
    const begin = () => sessionFrom(`${services.auth.url}/api/users/guest`, {})
    cookies.push(...(await Promise.all(Array.from({ length: missing }, begin))))
  }
  return cookies
}

async function sessionFrom(url: string, json: object): Promise<string> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(json),
  })
  const text = await response.text()
  const cookie = /\bsession=[^;]+/.exec(response.headers.get('set-cookie') ?? '')?.[0]
  if (cookie === undefined)
    throw new StackFailure(`POST ${url} returned ${response.status} without a session: ${text}`)
  return cookie
}
