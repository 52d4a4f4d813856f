import { createHash } from 'node:crypto'
import type { Facts } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'
import { impliedMessages } from './implied-messages.ts'
import type { Interruption, Mail, Message } from './mail-facts.ts'

type Seen = Pick<Facts, 'orders' | 'accounts' | 'messages' | 'mails' | 'readAt'>

const MAIL_LIFE_MS = 3 * 24 * 3_600_000
const DIGEST = 32
const SECOND_MS = 1000

/** Checks that everybody got every mail once; a mail may come twice only where sending was interrupted, if that is known. */
export function checkMessages(
  { orders, accounts, messages, mails, readAt }: Seen,
  interruptions?: readonly Interruption[],
): Finding[] {
  const known = new Map(messages.map((message) => [message.id, message]))
  const copies = Map.groupBy(mails, ({ messageId }) => messageId)
  const copiesOf = ({ id }: Message) => copies.get(messageIdOf(id)) ?? []
  const implied = impliedMessages(orders.values(), accounts, readAt)
  return [
    compareEach('every message exists', implied, ({ key, to }) =>
      messageMismatch(key, to, known.get(key)),
    ),
    compareEach('no message is waiting', messages, ({ id, state, tries }) =>
      state === 'Queued' ? `${id} after ${tries} tries` : null,
    ),
    compareEach('every sent message is in the mailbox', messages, (message) => {
      const isThere = copiesOf(message).some(({ to }) => to === message.to)
      return isThere === (message.state === 'Sent') ? null : `${message.id} ${message.state}`
    }),
    compareEach('no mail comes twice without an interruption', messages, (message) =>
      repetition(message, copiesOf(message), interruptions),
    ),
    compareEach('no old news is mailed', messages, ({ id, state, queuedAt, happenedAt }) => {
      const age = happenedAt === undefined ? 0 : queuedAt.getTime() - happenedAt.getTime()
      return state === 'Sent' && age > MAIL_LIFE_MS ? id : null
    }),
  ]
}

/** The Message-ID of a message, without the domain. */
export function messageIdOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, DIGEST)
}

function messageMismatch(key: string, to: string | undefined, message: Message | undefined) {
  if (message === undefined) return `${key} is missing`
  const isMailed = message.to === to && message.state !== 'Dropped'
  return to === undefined || isMailed ? null : `${key} is ${message.state}, to ${message.to}`
}

function repetition(
  { id, tries }: Message,
  copies: readonly Mail[],
  interruptions: readonly Interruption[] | undefined,
): string | null {
  if (copies.length > tries) return `${id}: ${copies.length} mails after ${tries} tries`
  const times = copies.map(({ date }) => date.getTime()).toSorted((a, b) => a - b)
  const isExplained = times.every((time, n) => {
    const next = times[n + 1]
    return next === undefined || interruptions === undefined || hasOne(interruptions, time, next)
  })
  return isExplained ? null : `${id}: ${copies.length} mails`
}

/** Whether one was going on between a mail and its next copy, whose times are whole seconds. */
function hasOne(interruptions: readonly Interruption[], after: number, before: number): boolean {
  return interruptions.some(
    ({ from, to }) =>
      from.getTime() <= before + SECOND_MS && (to === undefined || to.getTime() >= after),
  )
}
