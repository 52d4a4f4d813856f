import mongoose from 'mongoose'
import { signToken, type Bearer } from '../auth/index.ts'

/** A new id. */
export function newId(): string {
  return new mongoose.Types.ObjectId().toString()
}

/** A new signed-in user. */
export function newUser(role: Bearer['role'] = 'user'): Bearer {
  const sub = newId()
  const bearer = { sub, sid: crypto.randomUUID(), role }
  return role === 'guest' ? bearer : { ...bearer, email: `${sub}@example.com` }
}

/** The Cookie header of a user's session. */
export async function cookieOf(bearer: Bearer, key: string): Promise<string> {
  return `session=${await signToken(bearer, key)}`
}
