import type { Mode } from '../shop.ts'
import { SHOPS } from './catalogue.ts'

/** The demo users of every shop; the admin's role is given by auth's own command. */
export const USERS = [
  { email: 'shopper@example.com', password: 'demo-shopper', role: 'user' },
  { email: 'admin@example.com', password: 'demo-admin', role: 'admin' },
] as const

/** The sellers of the demo catalogue, one of each category. */
export const SELLERS = SHOPS.map(({ category, name }) => ({
  email: `${category}@example.com`,
  password: 'demo-seller',
  role: 'user' as const,
  name,
  category,
}))

/** Who can sign in: in tests nothing is sold, so there are no sellers. */
export function usersOf(mode: Mode) {
  const all = mode === 'test' ? USERS : [...USERS, ...SELLERS]
  return all.map(({ email, password, role }) => ({ email, password, role }))
}
