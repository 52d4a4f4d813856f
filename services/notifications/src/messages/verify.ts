import { SHOP } from '@shop/shared/contracts'
import { aside, button, text } from '../mail/content.ts'
import { moment } from '../mail/wording.ts'
import type { Template } from './template.ts'

export const verify: Template<'verify'> = ({ tokenId, exp }, { links }) => ({
  subject: 'Confirm your email address',
  preview: 'One press, and we know that this address is yours.',
  title: 'Is this your email address?',
  audience: 'account',
  blocks: [
    text(`Somebody used this address for an account at ${SHOP.name}. If it was you, confirm it.`),
    button('Confirm my address', links.verify(tokenId)),
    aside(`The link works until ${moment(exp)}.`),
    text('It wasn’t you? Ignore this email, and nothing happens.'),
  ],
})
