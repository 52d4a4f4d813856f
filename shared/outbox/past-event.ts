import type { Subject } from '../contracts/index.ts'
import { metaOf } from './append.ts'

/** An event as the documents still have it. */
export interface PastEvent {
  subject: Subject
  data: object
  /** When it happened. */
  at: Date
}

const AT_ONCE = 16

/** Publishes events of the past, some at a time; returns how many of each subject. */
export async function republish(
  events: AsyncIterable<PastEvent>,
  publish: (subject: string, text: string) => Promise<void>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  let some: PastEvent[] = []
  const publishThem = async () => {
    await Promise.all(some.map((each) => publish(each.subject, textOf(each))))
    for (const { subject } of some) counts[subject] = (counts[subject] ?? 0) + 1
    some = []
  }
  for await (const each of events) if (some.push(each) === AT_ONCE) await publishThem()
  await publishThem()
  return counts
}

function textOf({ data, at }: PastEvent): string {
  return JSON.stringify({ ...data, meta: metaOf(crypto.randomUUID(), at) })
}
