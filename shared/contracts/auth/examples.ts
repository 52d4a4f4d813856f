import { EXAMPLE_IDS } from '../example-ids.ts'

export const credentials = { email: 'ann@example.com', password: 'correct horse battery' }

export const newPassword = { current: 'correct horse battery', next: 'a better horse battery' }

export const forgotten = { email: credentials.email }

export const verification = { token: EXAMPLE_IDS.token }

export const reset = { ...verification, password: newPassword.next }

export const profile = { name: "Ann's Teapots" }

export const user = { id: EXAMPLE_IDS.user, email: 'ann@example.com' }

export const guest = { id: EXAMPLE_IDS.user, role: 'guest' as const }

export const profileResponse = { ...user, ...profile }

export const currentUser = {
  currentUser: { ...profileResponse, role: 'user' as const, verified: true },
}
