import type { MessageData } from './message-data.ts'

export type Kind = keyof MessageData

export type MessageState = 'Queued' | 'Sent' | 'Failed' | 'Dropped'

/** One mail to one person. */
export type NewMessage = { [K in Kind]: MessageOf<K> }[Kind]

interface MessageOf<K extends Kind> {
  /** What is reported to whom, whichever event reports it: the message is sent once. */
  key: string
  kind: K
  /** Nobody without a verified address. */
  to: string | null
  data: MessageData[K]
  happenedAt: string
  /** When the links in it expire. */
  exp?: string | undefined
}

/** What changes in a message when it is queued or tried. */
export type Change =
  | { state: 'Queued'; nextAt: Date; lastError?: string }
  | { state: Exclude<MessageState, 'Queued'>; endedAt: Date; lastError?: string }

/** How a try ended; a rejected message is never tried again. */
export type Outcome = { is: 'sent' } | { is: 'rejected' | 'unavailable'; error: string }

const DAY_MS = 24 * 3_600_000
const LONGEST_PAUSE_MS = 6 * 3_600_000

/** How old a fact may be when its message is stored, and how long a message is tried. */
const MAIL_LIFE_MS = 3 * DAY_MS

/** The first state of a message: neither a first start nor republished events send old news. */
export function onStored(message: NewMessage, now: Date): Change {
  if (message.to === null) return dropped('the recipient has no verified address', now)
  const age = now.getTime() - Date.parse(message.happenedAt)
  if (age > MAIL_LIFE_MS) return dropped('it happened too long ago', now)
  return { state: 'Queued', nextAt: now }
}

/** Why a claimed message is not sent: its links have expired. */
export function onClaimed(exp: Date | undefined, now: Date): Change | null {
  return exp !== undefined && exp <= now ? dropped('its link has expired', now) : null
}

interface Tried {
  tries: number
  queuedAt: Date
  now: Date
  retryMs: number
}

/** The state after a try: what the server could not take now is tried again for three days. */
export function onTried(outcome: Outcome, { tries, queuedAt, now, retryMs }: Tried): Change {
  if (outcome.is === 'sent') return { state: 'Sent', endedAt: now }
  const { error: lastError } = outcome
  const nextAt = new Date(now.getTime() + Math.min(retryMs * 2 ** (tries - 1), LONGEST_PAUSE_MS))
  const isOver = nextAt.getTime() - queuedAt.getTime() > MAIL_LIFE_MS
  if (outcome.is === 'rejected' || isOver) return { state: 'Failed', endedAt: now, lastError }
  return { state: 'Queued', nextAt, lastError }
}

const dropped = (lastError: string, endedAt: Date): Change => ({
  state: 'Dropped',
  endedAt,
  lastError,
})
