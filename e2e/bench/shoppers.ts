import { signToken } from '@shop/shared/auth'

/** The cookie of a new signed-in user. */
export async function newShopper(jwtKey: string): Promise<string> {
  const sub = crypto.randomUUID().replaceAll('-', '').slice(0, 24)
  const sid = crypto.randomUUID()
  const bearer = { sub, sid, role: 'user', email: `${sub}@example.com` } as const
  return `session=${await signToken(bearer, jwtKey)}`
}
