import { EXAMPLE_IDS } from '../example-ids.ts'

export const credentials = { email: 'ann@example.com', password: 'correct horse battery' }

export const newPassword = { current: 'correct horse battery', next: 'a better horse battery' }

export const forgotten = { email: credentials.email }

export const verification = { token: EXAMPLE_IDS.token }

export const reset = { ...verification, password: newPassword.next }

export const profile = {
  name: "Ann's Teapots",
  about: 'Teapots thrown and glazed by hand.',
  returnAddress: 'Ann Miller\n14 Harbor Street\nPortland, ME 04101',
  lowStock: 3,
}

export const reason = { reason: 'Sells copies of other people’s work' }

export const user = { id: EXAMPLE_IDS.user, email: 'ann@example.com' }

export const guest = { id: EXAMPLE_IDS.user, role: 'guest' as const }

const since = '2026-11-23T14:42:00.000Z'

export const person = {
  ...user,
  verified: true,
  role: 'user' as const,
  name: profile.name,
  since,
  isBlocked: true,
  acts: [{ act: 'block' as const, ...reason, by: EXAMPLE_IDS.seller, at: since }],
}

export const shop = { id: EXAMPLE_IDS.user, name: profile.name, about: profile.about, since }

export const profileResponse = { ...user, ...profile }

export const currentUser = {
  currentUser: { ...user, name: profile.name, role: 'user' as const, verified: true },
}
