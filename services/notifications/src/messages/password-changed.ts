import { SHOP } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { moment } from '../mail/wording.ts'
import type { Template } from './template.ts'

export const passwordChanged: Template<'password-changed'> = ({ happenedAt }, { links }) => ({
  subject: 'Your password was changed',
  preview: 'If it wasn’t you, choose a new one now.',
  title: 'Your password was changed',
  audience: 'account',
  blocks: [
    text(
      `The password of your account at ${SHOP.name} was changed on `,
      { strong: moment(happenedAt) },
      '. You’re signed out everywhere else.',
    ),
    text('It was you? Then you’re done. It wasn’t? Choose a new password now.'),
    button('Choose a new password', links.forgot()),
  ],
})
