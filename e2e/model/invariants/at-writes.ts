import type { Document } from '../world/documents.ts'
import { stateOf } from '../world/documents.ts'
import type { Run } from '../world/run.ts'

const FINAL = new Set(['Complete', 'Cancelled', 'Refunded', 'Committed', 'Released', 'Rejected'])

/** Checks a document right after a write. */
export function checkWrite(run: Run, document: Document, before: string | undefined): void {
  const { kind } = document
  if (kind === 'product' && (document.quantity < 0 || document.available < 0))
    run.violate('stock is never below zero', document.id)
  const after = stateOf(document)
  if (before === undefined || after === before || !FINAL.has(before)) return
  if (kind === 'order-copy') run.violate('a cancelled copy of an order stays cancelled')
  else run.violate('a final state is never left', `${kind} ${before} → ${after}`)
}
