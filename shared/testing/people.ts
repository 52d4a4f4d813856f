import mongoose from 'mongoose'
import { signToken, type Bearer } from '../auth/index.ts'

/** A new id, as the databases make them. */
export function newId(): string {
  return new mongoose.Types.ObjectId().toString()
}

/** A signed-in user that no other test knows. */
export function newUser(role: Bearer['role'] = 'user'): Bearer {
  const sub = newId()
  const bearer = { sub, sid: crypto.randomUUID(), role }
  return role === 'guest' ? bearer : { ...bearer, email: `${sub}@example.com` }
}

/** The header that makes a request the user's own. */
export async function cookieOf(bearer: Bearer, key: string): Promise<string> {
  return `session=${await signToken(bearer, key)}`
}
