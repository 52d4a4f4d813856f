import { SHOP } from '@shop/shared/contracts'
import type { Audience, Link } from './content.ts'
import type { Links } from './links.ts'

const REASONS: Record<Audience, string> = {
  buyer: `You get this email because you ordered at ${SHOP.name}. Anyone with the link above can see this order, so don’t forward it.`,
  seller: `You get this email because you sell at ${SHOP.name}.`,
  account: `You get this email because of your account at ${SHOP.name}. Nobody from ${SHOP.name} will ever ask for your password.`,
}

/** Why somebody gets a mail. */
export const reasonFor = (audience: Audience): string => REASONS[audience]

/** The pages that every mail to an audience links to; the first one is for questions. */
export function footerLinks(audience: Audience, { page }: Links): [Link, ...Link[]] {
  const contact = { link: 'Contact', href: page('contact') }
  if (audience !== 'buyer') return [contact]
  const shipping = { link: 'Shipping', href: page('delivery') }
  return [contact, shipping, { link: 'Returns', href: page('returns') }]
}
