import type { Mode } from '../shop.ts'
import { SHOPS } from './catalogue.ts'

/** The demo users; auth's own command makes the administrator. */
export const USERS = [
  { email: 'shopper@example.com', password: 'demo-shopper', role: 'user' },
  { email: 'admin@example.com', password: 'demo-admin', role: 'admin' },
] as const

/** The sellers of the demo catalogue, one for each category. */
export const SELLERS = SHOPS.map(({ category, name }) => ({
  email: `${category}@example.com`,
  password: 'demo-seller',
  role: 'user' as const,
  name,
  category,
}))

/** The users of a mode; tests have no sellers. */
export function usersOf(mode: Mode) {
  const all = mode === 'test' ? USERS : [...USERS, ...SELLERS]
  return all.map(({ email, password, role }) => ({ email, password, role }))
}
