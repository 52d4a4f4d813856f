import { SHOP } from '@shop/shared/contracts'
import { aside, button, text } from '../mail/content.ts'
import { moment } from '../mail/wording.ts'
import type { Template } from './template.ts'

export const reset: Template<'reset'> = ({ tokenId, exp }, { links }) => ({
  subject: 'Choose a new password',
  preview: 'The link works for one hour.',
  title: 'Choose a new password',
  audience: 'account',
  blocks: [
    text(`Somebody asked for a new password for your account at ${SHOP.name}.`),
    button('Choose a new password', links.reset(tokenId)),
    aside(`The link works once, until ${moment(exp)}.`),
    text('It wasn’t you? Ignore this email: your password stays as it is.'),
  ],
})
