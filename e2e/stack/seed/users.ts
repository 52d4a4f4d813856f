/** The demo users; the admin's role is given by auth's own command. */
export const USERS = [
  { email: 'shopper@example.com', password: 'demo-shopper', role: 'user' },
  { email: 'seller@example.com', password: 'demo-seller', role: 'user' },
  { email: 'admin@example.com', password: 'demo-admin', role: 'admin' },
] as const
