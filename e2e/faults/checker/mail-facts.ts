/** A message as notifications has stored it; the id says what is reported to whom. */
export interface Message {
  id: string
  orderId?: string
  /** Absent when the recipient has no verified address. */
  to?: string
  state: string
  tries: number
  queuedAt: Date
  /** When what it reports happened, as far as it says. */
  happenedAt?: Date
}

/** A copy of a mail in the mailbox. */
export interface Mail {
  /** Without the domain. */
  messageId: string
  to: string
  /** When it was composed, in whole seconds. */
  date: Date
}

/** What a user's document says of the mails to them. */
export interface Account {
  id: string
  email: string
  verified?: boolean
  links?: { reset?: Link; verify?: Link }
  passwordChange?: { version: number; at: Date }
  isBlocked?: boolean
  /** What staff have done with the account, oldest first. */
  acts?: { act: string; at: Date }[]
}

interface Link {
  id: string
  exp: Date
}

/** A time in which a process or a connection was lost that takes part in sending mail. */
export interface Interruption {
  from: Date
  /** Absent until it is over. */
  to?: Date
}
