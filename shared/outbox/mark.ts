import * as v from 'valibot'

/** What a service publishes on a channel of its own, and stores: the difference shows what the broker has lost. */
const Mark = v.object({
  /** Identifies the database: another shop’s broker lacks everything. */
  shop: v.string(),
  /** Rises with each mark. */
  epoch: v.number(),
  /** Every event that was appended before this time is published; milliseconds. */
  upTo: v.number(),
  /** The sequence number of the newest message of each channel, by subject. */
  sequences: v.record(v.string(), v.number()),
})
export type Mark = v.InferOutput<typeof Mark>

/** The mark of a message; null when it is none. */
export function parseMark(text: string): Mark | null {
  const result = v.safeParse(v.pipe(v.string(), v.parseJson(), Mark), text)
  return result.success ? result.output : null
}

/** What a broker holds of a service: its mark, and the newest sequence number of each of its channels. */
export type BrokerState = Pick<Mark, 'sequences'> & { mark: Mark | null }

export interface Window {
  /** Milliseconds since the epoch. */
  now: number
  /** Whether the broker may have been restarted, or has another leader, since the last check. */
  isNewConnection: boolean
  /** What is republished to a broker that holds nothing, up to the last mark; milliseconds. */
  emptyMs: number
  /** What is republished beyond the last mark, because clocks differ; milliseconds. */
  marginMs: number
}

/** What a service has stored of the broker: nothing but the shop before the first mark. */
export type Known = Pick<Mark, 'shop'> & Partial<Mark>

/** The time (milliseconds) since which the broker may lack events; null when it lacks none. */
export function missingSince(found: BrokerState, known: Known, window: Window): number | null {
  const { now, emptyMs, marginMs } = window
  const { mark } = found
  // Before the last check, so that the time of an outage does not count.
  const sinceLong = Math.min(now, known.upTo ?? now) - emptyMs
  if (mark === null || mark.shop !== known.shop || isCut(found, mark, known)) return sinceLong
  // A restored store can look complete, so nothing is believed beyond its mark.
  return window.isNewConnection || isOlder(mark, known) ? mark.upTo - marginMs : null
}

/** Whether a channel lacks messages that were there at the mark: each is a file of its own and can be lost alone. */
function isCut(found: BrokerState, mark: Mark, known: Known): boolean {
  // The found mark's own numbers count as well: the process that published it may have died before it stored it.
  return (
    isShorter(found, mark.sequences) || (!isOlder(mark, known) && isShorter(found, known.sequences))
  )
}

const isOlder = ({ epoch }: Mark, known: Known) => epoch < (known.epoch ?? 0)

/** The mark to publish next; what is republished before it must be added to its sequence numbers. */
export function nextMark(
  { shop, epoch = 0 }: Known,
  { mark, sequences }: BrokerState,
  upTo: number,
): Mark {
  return {
    shop,
    epoch: Math.max(epoch, mark?.epoch ?? 0) + 1,
    upTo,
    sequences: { ...sequences },
  }
}

function isShorter({ sequences }: BrokerState, before: Mark['sequences'] = {}): boolean {
  return Object.entries(before).some(([subject, last]) => (sequences[subject] ?? 0) < last)
}
