import type { OutgoingPicture, Send, SendOptions, UploadResult } from './send.ts'
import { createUploadQueue } from './upload-queue.ts'

export const ROOM = 8
export const fileNamed = (name: string, type = 'image/png') => new File(['x'], name, { type })

/** Lets everything that is decided happen. */
export const flush = () => new Promise(setImmediate)

/** A queue whose uploads finish when the test says so. */
export function newQueue() {
  const sent: {
    picture: OutgoingPicture
    options: SendOptions
    end: (sent: UploadResult) => void
  }[] = []
  const send: Send = (picture, options) =>
    new Promise((end) => {
      options.signal.addEventListener('abort', () =>
        end({ isStored: false, reason: 'aborted', isWorthRetrying: true }),
      )
      sent.push({ picture, options, end })
    })
  const queue = createUploadQueue(send)
  const states = () => queue.now().list.map(({ file, state }) => `${file.name} ${state}`)
  const end = async (at: number, outcome: UploadResult) => {
    sent[at]?.end(outcome)
    await flush()
  }
  return { queue, sent, states, end }
}
