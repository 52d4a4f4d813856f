import { HEAD_START_MS } from './append.ts'
import type { OutboxSource, Stored } from './source.ts'

const BATCH = 64
/** Longer than a publish takes to fail. */
const CLAIM_MS = 10_000
/** Only a wrong clock writes a later time. */
const LATEST_MS = 60_000

/** Claims documents with events that are due, or with any pending event, so that other replicas leave them alone. */
export async function* claimDue(
  { model }: OutboxSource,
  isAllDue: boolean,
  isFree: (document: Stored) => boolean,
): AsyncGenerator<Stored[]> {
  const startedAt = Date.now()
  const until = new Date(isAllDue ? startedAt + HEAD_START_MS : startedAt)
  const isDue = {
    $or: [{ outboxAt: { $lte: until } }, { outboxAt: { $gt: new Date(startedAt + LATEST_MS) } }],
  }
  for (;;) {
    const found = await model.collection
      .find<Stored>(isDue, { projection: { outboxAt: 1 } })
      .sort({ outboxAt: 1 })
      .limit(BATCH)
      .toArray()
    const claims = await Promise.all(found.filter(isFree).map((each) => claim(model, each)))
    const claimed = claims.filter((each) => each !== null)
    yield claimed
    if (found.length < BATCH || claimed.length === 0) return
  }
}

/** The document as it is, unless it was changed or claimed since it was read. */
function claim(model: OutboxSource['model'], { _id, outboxAt }: Stored): Promise<Stored | null> {
  const isUnclaimed = { _id: _id as never, outboxAt }
  const outboxUntil = { $set: { outboxAt: new Date(Date.now() + CLAIM_MS) } }
  return model.collection.findOneAndUpdate(isUnclaimed, outboxUntil, {
    returnDocument: 'after',
  }) as unknown as Promise<Stored | null>
}

/** Makes claimed documents due again. */
export async function release({ model }: OutboxSource, documents: Stored[]): Promise<void> {
  const ids = documents.map(({ _id }) => _id as never)
  const isPending = { _id: { $in: ids }, outboxAt: { $exists: true } }
  await model.collection.updateMany(isPending, { $set: { outboxAt: new Date() } })
}
