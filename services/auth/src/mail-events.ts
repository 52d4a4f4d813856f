import type { PayloadOf } from '@shop/shared/contracts'
import { event, type OutboxEntry } from '@shop/shared/outbox'
import { blockOf, type StaffAct } from './domain/blocking.ts'
import { LINK_LIFE_MS, type LinkKind, type MailedLink } from './domain/mailed-link.ts'
import type { PasswordChange, UserDocument } from './user-document.ts'

type MailAsked = PayloadOf<'mail:asked'>
type Recipient = Pick<UserDocument, '_id' | 'email'>

/** Asks for a mail with a link. */
export const linkMail = (user: Recipient, kind: LinkKind, link: MailedLink): OutboxEntry =>
  event('mail:asked', linkMailPayload(user, kind, link))

/** Asks for a mail that says that the password was changed. */
export const passwordMail = (user: Recipient, change: PasswordChange): OutboxEntry =>
  event('mail:asked', passwordMailPayload(user, change))

/** Asks for a mail that says that the account was blocked. */
export const blockedMail = (user: Recipient, act: StaffAct): OutboxEntry =>
  event('mail:asked', blockedMailPayload(user, act))

/** The mails that a user's document still implies. */
export function* mailsOf(user: UserDocument): Generator<MailAsked, void> {
  const { links, passwordChange, verified } = user
  const now = new Date()
  if (links?.reset !== undefined && links.reset.exp > now)
    yield linkMailPayload(user, 'reset', links.reset)
  if (links?.verify !== undefined && links.verify.exp > now && verified !== true)
    yield linkMailPayload(user, 'verify', links.verify)
  if (passwordChange !== undefined) yield passwordMailPayload(user, passwordChange)
  const block = blockOf(user)
  if (block !== undefined) yield blockedMailPayload(user, block)
}

function blockedMailPayload({ _id, email }: Recipient, { reason, at }: StaffAct): MailAsked {
  const userId = _id.toString()
  return { kind: 'blocked', to: email, userId, reason, happenedAt: at.toISOString() }
}

function linkMailPayload({ _id, email }: Recipient, kind: LinkKind, link: MailedLink): MailAsked {
  const askedAt = new Date(link.exp.getTime() - LINK_LIFE_MS[kind])
  return {
    kind,
    to: email,
    userId: _id.toString(),
    tokenId: link.id,
    exp: link.exp.toISOString(),
    happenedAt: askedAt.toISOString(),
  }
}

function passwordMailPayload({ _id, email }: Recipient, change: PasswordChange): MailAsked {
  return {
    kind: 'password-changed',
    to: email,
    userId: _id.toString(),
    version: change.version,
    happenedAt: change.at.toISOString(),
  }
}
