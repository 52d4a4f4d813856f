import type { Facts } from './facts.ts'
import { judge, type Finding } from './finding.ts'

type Seen = Pick<Facts, 'orders' | 'payments' | 'products' | 'log'>

/** Every event names a document: under another spelling of its id no consumer would find it. */
export function strayFindings({ orders, payments, products, log }: Seen): Finding[] {
  if (log === null) return []
  const known = new Set([...orders.keys(), ...[...payments, ...products].map(({ id }) => id)])
  const { placed, cancelled, captured, voided } = log
  const named = [placed, cancelled.keys(), captured, voided, log.products.keys()]
  const ids = named.flatMap((of) => [...of])
  return [judge('events are of documents that exist', ids, (id) => (known.has(id) ? null : id))]
}
