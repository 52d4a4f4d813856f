import { CurrentUserReply, GuestReply, ProfileReply, UserReply } from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'

export interface Credentials {
  email: string
  password: string
}

/** Who is signed in, a guest too; null without a session. */
export async function currentUser(api: Api) {
  if (!api.hasSession()) return null
  const { currentUser: user } = await api.once('current-user', () =>
    api.call('AUTH', '/api/users/currentuser', CurrentUserReply),
  )
  return user
}

/** Sees to it that there is a session: a guest's, if nobody is signed in. */
export async function ensureSession(api: Api): Promise<void> {
  if ((await currentUser(api)) === null)
    await api.call('AUTH', '/api/users/guest', GuestReply, { method: 'POST' })
}

export function signIn(api: Api, json: Credentials) {
  return api.call('AUTH', '/api/users/signin', UserReply, { method: 'POST', json })
}

export function signUp(api: Api, json: Credentials) {
  return api.call('AUTH', '/api/users/signup', UserReply, { method: 'POST', json })
}

const NOTHING = v.object({})

export function signOut(api: Api) {
  return api.call('AUTH', '/api/users/signout', NOTHING, { method: 'POST' })
}

export function signOutEverywhere(api: Api) {
  return api.call('AUTH', '/api/users/signout-everywhere', NOTHING, { method: 'POST' })
}

export function changePassword(api: Api, json: { current: string; next: string }) {
  return api.call('AUTH', '/api/users/password', UserReply, { method: 'PUT', json })
}

export function changeName(api: Api, name: string) {
  return api.call('AUTH', '/api/users/profile', ProfileReply, { method: 'PUT', json: { name } })
}
