import type { Facts } from './facts.ts'

/** The orders and products to check. */
export interface Scope {
  orders: ReadonlySet<string>
  products: ReadonlySet<string>
}

/** Limits facts to a scope: other orders may not be at rest. */
export function withinScope(facts: Facts, { orders, products }: Scope): Facts {
  const payments = facts.payments.filter(({ orderId }) => orders.has(orderId))
  const ids = new Set([...orders, ...products, ...payments.map(({ id }) => id)])
  return {
    ...facts,
    intents: facts.intents.filter(({ orderId }) => orders.has(orderId ?? '')),
    orders: new Map([...facts.orders].filter(([id]) => orders.has(id))),
    payments,
    reservations: facts.reservations.filter(({ orderId }) => orders.has(orderId)),
    products: facts.products.filter(({ id }) => products.has(id)),
    accounts: [],
    messages: facts.messages.filter(({ orderId }) => orders.has(orderId ?? '')),
    outboxes: facts.outboxes.filter(({ documentId }) => ids.has(documentId)),
  }
}
