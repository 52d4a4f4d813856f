import { SHOP } from '@shop/shared/contracts'
import { button, heading, quote, text } from '../mail/content.ts'
import type { Template } from './template.ts'

export const blocked: Template<'blocked'> = ({ reason }, { links }) => ({
  subject: 'Your account was blocked',
  preview: 'You can’t sign in, and what you sell is no longer shown.',
  title: 'Your account was blocked',
  audience: 'account',
  blocks: [
    text(
      `You can’t sign in to your account at ${SHOP.name} any more, and what you sell is no longer shown. Orders that were paid go on: their buyers get their goods or their money.`,
    ),
    heading('Why'),
    quote(reason),
    text('You think that’s a mistake? Write to us.'),
    button('Contact us', links.page('contact')),
  ],
})
