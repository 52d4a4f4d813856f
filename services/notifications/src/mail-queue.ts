import type { NewMessage } from './domain/message.ts'
import type { MessageRepository } from './message-repository.ts'
import type { Sender } from './sending/sender.ts'

/** Stores messages and has them sent at once. */
export class MailQueue {
  readonly #messages: MessageRepository
  readonly #sender: Sender

  constructor(messages: MessageRepository, sender: Sender) {
    this.#messages = messages
    this.#sender = sender
  }

  async add(messages: NewMessage[]): Promise<void> {
    for (const message of messages) await this.#messages.add(message)
    if (messages.length > 0) this.#sender.wake()
  }
}
