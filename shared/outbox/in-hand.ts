import type { OutboxEntry } from './append.ts'

/** An event that this process is publishing. */
export interface InHand {
  document: unknown
  entry: OutboxEntry
}

/** Appends to a queue whose first event is being published; of the states of a document that wait, only the newest. */
export function enqueue(queue: InHand[], added: InHand[]): void {
  for (const each of added) {
    const waiting = queue.findIndex((other, n) => n > 0 && isSameSlot(other, each))
    if (waiting === -1) queue.push(each)
    // Responses of the database arrive in any order.
    else if (versionOf(each) > versionOf(queue[waiting])) queue[waiting] = each
  }
}

function isSameSlot({ entry }: InHand, other: InHand): boolean {
  const isSnapshot = entry.data === undefined && other.entry.data === undefined
  return isSnapshot && entry.subject === other.entry.subject
}

const versionOf = (inHand: InHand | undefined) =>
  (inHand?.document as { version?: number } | undefined)?.version ?? 0
