import {
  CurrentUserResponse,
  GuestResponse,
  ProfileResponse,
  ShopResponse,
  UserResponse,
  type ProfileBody,
} from '@shop/shared/contracts'
import * as v from 'valibot'
import type { Api } from './client.server.ts'

export interface Credentials {
  email: string
  password: string
}

/** The current user or guest; null without a session. */
export async function currentUser(api: Api) {
  if (!api.hasSession()) return null
  const { currentUser: user } = await api.once('current-user', () =>
    api.call('AUTH', '/api/users/currentuser', CurrentUserResponse),
  )
  return user
}

const GUEST_KEY = /^[\w-]{16,200}$/

/** Creates a guest session if there is none; requests with the same key share one guest. */
export async function ensureSession(api: Api, key: string): Promise<void> {
  if ((await currentUser(api)) !== null) return
  const headers = GUEST_KEY.test(key) ? { 'idempotency-key': key } : {}
  await api.call('AUTH', '/api/users/guest', GuestResponse, { method: 'POST', headers })
}

export function signIn(api: Api, json: Credentials) {
  return api.call('AUTH', '/api/users/signin', UserResponse, { method: 'POST', json })
}

export function signUp(api: Api, json: Credentials) {
  return api.call('AUTH', '/api/users/signup', UserResponse, { method: 'POST', json })
}

const NOTHING = v.object({})

export function signOut(api: Api) {
  return api.call('AUTH', '/api/users/signout', NOTHING, { method: 'POST' })
}

export function signOutEverywhere(api: Api) {
  return api.call('AUTH', '/api/users/signout-everywhere', NOTHING, { method: 'POST' })
}

export function changePassword(api: Api, json: { current: string; next: string }) {
  return api.call('AUTH', '/api/users/password', UserResponse, { method: 'PUT', json })
}

export function sendResetLink(api: Api, email: string) {
  return api.call('AUTH', '/api/users/password/forgot', NOTHING, {
    method: 'POST',
    json: { email },
  })
}

export function resetPassword(api: Api, json: { token: string; password: string }) {
  return api.call('AUTH', '/api/users/password/reset', UserResponse, { method: 'POST', json })
}

export function verifyEmail(api: Api, token: string) {
  return api.call('AUTH', '/api/users/email/verify', NOTHING, { method: 'POST', json: { token } })
}

export function sendVerification(api: Api) {
  return api.call('AUTH', '/api/users/email/verify/send', NOTHING, { method: 'POST' })
}

export function getProfile(api: Api) {
  return api.call('AUTH', '/api/users/profile', ProfileResponse)
}

export function changeProfile(api: Api, json: ProfileBody) {
  return api.call('AUTH', '/api/users/profile', ProfileResponse, { method: 'PUT', json })
}

export function getShop(api: Api, id: string) {
  return api.call('AUTH', `/api/users/${id}/shop`, ShopResponse)
}
