import type { Message as StanMessage, Stan } from 'node-nats-streaming'
import type { Message } from '../event-bus.ts'
import { afterResponse } from './client.ts'

const EMPTY_AFTER_MS = 500
const LOST_AFTER_MS = 15_000

/** The newest message of each channel, null when it is empty; throws when the connection is lost meanwhile. */
export function newestMessages(
  stan: Stan,
  subjects: readonly string[],
  isCurrent: () => boolean,
): Promise<(Message | null)[]> {
  return Promise.all(
    subjects.map(async (subject) => {
      // Much follows from silence, so it is believed only twice.
      const look = () => newestOrSilence(stan, subject, isCurrent)
      return (await look()) ?? look()
    }),
  )
}

/** The newest message, or null when the broker sends none while it responds. */
export function newestOrSilence(
  stan: Stan,
  subject: string,
  isCurrent: () => boolean,
): Promise<Message | null> {
  return new Promise((resolve, reject) => {
    const lost = () => reject(new Error('the broker connection was lost'))
    if (!isCurrent()) return lost()
    // A discarded client calls nobody back.
    const timer = setTimeout(lost, LOST_AFTER_MS)
    const options = stan.subscriptionOptions().setStartWithLastReceived().setManualAckMode(true)
    const probe = stan.subscribe(subject, options)
    let newest: Message | null = null
    const close = () => (isCurrent() ? probe.close() : lost())
    probe.on('message', (message: StanMessage) => {
      newest ??= { text: String(message.getData()), sequence: message.getSequence() }
    })
    // Closing drops what is still on its way. A busy process reads it before the broker's response, so it does not
    // mistake a late message for an empty channel.
    const closeLater = () => afterResponse(stan, close)
    probe.on('ready', () => setTimeout(closeLater, newest === null ? EMPTY_AFTER_MS : 0))
    probe.on('closed', () => {
      clearTimeout(timer)
      resolve(newest)
    })
    for (const failure of ['error', 'timeout']) probe.on(failure, lost)
  })
}
