import { invalid, type ShopError } from '@shop/shared/contracts'

export type LinkKind = 'reset' | 'verify'

/** A link that was mailed; its secret is computed and not stored. */
export interface MailedLink {
  id: string
  exp: Date
}

export const LINK_LIFE_MS: Record<LinkKind, number> = {
  reset: 3_600_000,
  verify: 7 * 24 * 3_600_000,
}

/** The parts of a link's code: `<id>.<secret>`. */
export function parseCode(code: string): { id: string; secret: string } {
  const [id = '', secret = ''] = code.split('.')
  return { id, secret }
}

/** The same for a wrong, used, replaced or expired link. */
export function deadLink(): ShopError {
  return invalid('This link has expired or is no longer valid', 'token')
}
