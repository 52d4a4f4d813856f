import { createTransport } from 'nodemailer'
import type { Outcome } from '../domain/message.ts'
import type { Mail } from '../mail/compose.ts'

const CONNECT_MS = 10_000

interface SmtpError extends Error {
  code?: string
  responseCode?: number
  command?: string
}

/** Sends mails over a few kept connections. */
export class Smtp {
  readonly #transport
  readonly #from: string

  constructor(url: string, from: string) {
    this.#from = from
    this.#transport = createTransport({
      url,
      pool: true,
      connectionTimeout: CONNECT_MS,
      greetingTimeout: CONNECT_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  /** Sends one mail; an aborted try closes its connection. */
  async send(mail: Mail, signal: AbortSignal): Promise<Outcome> {
    try {
      await this.#transport.sendMail({
        ...mail,
        // An object is not parsed: an address with a comma would be two.
        to: { name: '', address: mail.to },
        from: this.#from,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal,
      })
      return { is: 'sent' }
    } catch (error) {
      return failureOf(error as SmtpError)
    }
  }

  close(): void {
    this.#transport.close()
  }
}

const REJECTED_FROM = 500
const OF_THE_MAIL = /^(?:RCPT TO|DATA)/

/** Only what is said about this recipient or this mail is final: a refused login or sender concerns all mails. */
function failureOf({ message, responseCode = 0, command = '' }: SmtpError): Outcome {
  const isFinal = responseCode >= REJECTED_FROM && OF_THE_MAIL.test(command)
  return { is: isFinal ? 'rejected' : 'unavailable', error: message }
}
