import type { Facts } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'products' | 'log'>

/** Checks that every event refers to a document: another spelling of an id would be lost on consumers. */
export function checkOrphanedEvents({ orders, payments, products, log }: Seen): Finding[] {
  if (log === null) return []
  const known = new Set([...orders.keys(), ...[...payments, ...products].map(({ id }) => id)])
  const { placed, cancelled, captured, voided } = log
  const groups = [placed, cancelled.keys(), captured, voided, log.products.keys()]
  const ids = groups.flatMap((of) => [...of])
  return [
    compareEach('every event refers to an existing document', ids, (id) =>
      known.has(id) ? null : id,
    ),
  ]
}
