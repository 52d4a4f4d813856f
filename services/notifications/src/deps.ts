import type { MailQueue } from './mail-queue.ts'
import type { UserCopy } from './user-copy.ts'

/** What listeners work with. */
export interface Deps {
  mails: MailQueue
  users: UserCopy
}
