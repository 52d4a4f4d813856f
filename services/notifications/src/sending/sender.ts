import { withContext, type Log } from '@shop/shared/log'
import { counter, histogram } from '@shop/shared/metrics'
import { inSpanBelow } from '@shop/shared/tracing'
import { onClaimed, onTried, type Outcome } from '../domain/message.ts'
import { compose, type Mail } from '../mail/compose.ts'
import type { LinkKeys } from '../mail/links.ts'
import type { MessageDocument } from '../message-document.ts'
import type { MessageRepository } from '../message-repository.ts'
import type { UserCopy } from '../user-copy.ts'
import type { Smtp } from './smtp.ts'

const STOP_MS = 15_000
const MAX_WORKERS = 4
const DELAYS_S = [0.25, 1, 5, 15, 60, 300, 3600, 21_600]

const tried = counter('mail_tries_total', 'Tries to send a mail by outcome', ['outcome'])
// From the start, so that the first one shows as an increase.
for (const outcome of ['sent', 'unavailable', 'rejected']) tried.inc({ outcome }, 0)
const delay = histogram('mail_delay_seconds', 'From the queued to the sent mail', [], DELAYS_S)

interface Deps {
  messages: MessageRepository
  users: UserCopy
  smtp: Smtp
  domain: string
  keys: LinkKeys
  retryMs: number
  /** When a try is given up: before the lease is over. */
  tryMs: number
  log: Log
}

/** Sends what is queued: at once when woken, by several workers. */
export class Sender {
  readonly #deps: Deps
  readonly #workers = new Set<Promise<void>>()
  readonly #stopping = new AbortController()
  #isStopped = false

  constructor(deps: Deps) {
    this.#deps = deps
  }

  /** Starts a worker, unless enough are at work: each works until nothing is queued. */
  wake(): void {
    if (this.#isStopped || this.#workers.size >= MAX_WORKERS) return
    const worker = this.#work().finally(() => this.#workers.delete(worker))
    this.#workers.add(worker)
  }

  /** Waits for the mails that are being sent; what takes too long is tried again later. */
  async stop(): Promise<void> {
    this.#isStopped = true
    const timer = setTimeout(() => this.#stopping.abort(), STOP_MS)
    await Promise.all(this.#workers)
    clearTimeout(timer)
    this.#deps.smtp.close()
  }

  async #work(): Promise<void> {
    try {
      while (!this.#isStopped && (await this.#sendNext())) continue
    } catch (error) {
      this.#deps.log.warn({ error }, 'cannot send mail; retrying at the next interval')
    }
  }

  async #sendNext(): Promise<boolean> {
    const { messages, tryMs } = this.#deps
    // From before the claim on: a process that sleeps in between must not outlive its lease.
    const signal = AbortSignal.any([AbortSignal.timeout(tryMs), this.#stopping.signal])
    const message = await messages.claim()
    if (message === null) return false
    // failpoint: notifications.afterClaim
    const dropped = onClaimed(message.exp, new Date())
    // A worker that one event has woken sends the mails of others, too.
    const context = { correlationId: message.correlationId }
    if (dropped === null) await withContext(context, () => this.#try(message, signal))
    else await messages.mark(message, dropped)
    return true
  }

  async #try(message: MessageDocument, signal: AbortSignal): Promise<void> {
    const { messages, retryMs, log } = this.#deps
    const outcome = await inSpanBelow(message.traceparent, 'send mail', { kind: 'CLIENT' }, () =>
      this.#send(message, signal),
    )
    // failpoint: notifications.afterSend
    tried.inc({ outcome: outcome.is })
    const { _id: key, tries, queuedAt } = message
    if (outcome.is === 'sent') delay.observe((Date.now() - queuedAt.getTime()) / 1000)
    const change = onTried(outcome, { tries, queuedAt, now: new Date(), retryMs })
    const isMarked = await messages.mark(message, change)
    if (!isMarked) log.warn({ key }, 'the lease was over before the mail was sent')
    report(log, key, outcome)
  }

  async #send(message: MessageDocument, signal: AbortSignal): Promise<Outcome> {
    try {
      return await this.#deps.smtp.send(await this.#compose(message), signal)
    } catch (error) {
      // A message that cannot be composed ends like one that cannot be sent.
      return { is: 'unavailable', error: String(error) }
    }
  }

  async #compose(message: MessageDocument): Promise<Mail> {
    const { users, domain, keys } = this.#deps
    const { data, to = '' } = message
    const names = await users.names(sellersIn(data))
    return compose({ ...message, to }, { domain, keys }, names)
  }
}

function report(log: Log, key: string, outcome: Outcome): void {
  if (outcome.is === 'sent') log.info({ key }, 'mail sent')
  else log.warn({ key, error: outcome.error }, `mail ${outcome.is}`)
}

/** The sellers that a message names. */
function sellersIn(data: MessageDocument['data']): string[] {
  return [
    ...('items' in data ? data.items.map(({ sellerId }) => sellerId) : []),
    ...('sellerId' in data && data.sellerId !== undefined ? [data.sellerId] : []),
    ...('otherSellerIds' in data ? (data.otherSellerIds ?? []) : []),
  ]
}
