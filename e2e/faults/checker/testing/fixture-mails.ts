import type { Facts } from '../facts.ts'
import type { Account, Mail, Message } from '../mail-facts.ts'
import { messageIdOf } from '../messages.ts'

export const NOW = new Date('2026-12-01T12:00:00Z')
export const EARLIER = new Date('2026-12-01T11:00:00Z')

/** A user who has changed the password and not yet verified the address. */
export const ana: Account = {
  id: 'ana',
  email: 'ana@example.com',
  links: { verify: { id: 'token', exp: new Date('2026-12-08T11:00:00Z') } },
  passwordChange: { version: 3, at: EARLIER },
}

export const emailOf = (orderId: string) => `${orderId}@example.com`

const message = (id: string, fields: Partial<Message>): Message => {
  return { id, state: 'Sent', tries: 1, queuedAt: EARLIER, ...fields }
}

export const messages: Message[] = [
  message('receipt:paid', { orderId: 'paid', to: emailOf('paid'), happenedAt: EARLIER }),
  message('sold:paid:seller', { orderId: 'paid', state: 'Dropped', tries: 0 }),
  message('refund:p-back-rest:done', { orderId: 'back', to: emailOf('back') }),
  message('verify:token', { to: ana.email }),
  message('password:ana:3', { to: ana.email, happenedAt: EARLIER }),
]

/** A copy of the mail of a message, composed some seconds after it was stored. */
export function mailOf(id: string, to: string, afterS = 0): Mail {
  return { messageId: messageIdOf(id), to, date: new Date(EARLIER.getTime() + afterS * 1000) }
}

export const mails: Mail[] = messages.flatMap(({ id, to }) =>
  to === undefined ? [] : [mailOf(id, to)],
)

/** The buyer of an order has got a message. */
export function addMail(facts: Pick<Facts, 'messages' | 'mails'>, id: string, orderId: string) {
  const to = emailOf(orderId)
  facts.messages.push(message(id, { orderId, to }))
  facts.mails.push(mailOf(id, to))
}
