import type { Log } from '@shop/shared/log'
import type { MailQueue } from './mail-queue.ts'
import type { MessageRepository } from './message-repository.ts'
import type { Sender } from './sending/sender.ts'
import type { UserCopy } from './user-copy.ts'

/** What listeners and routes work with. */
export interface Deps {
  mails: MailQueue
  messages: MessageRepository
  sender: Sender
  users: UserCopy
  log: Log
}
