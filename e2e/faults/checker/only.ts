import type { Facts } from './facts.ts'

/** The orders and products that are looked at. */
export interface Only {
  orders: ReadonlySet<string>
  products: ReadonlySet<string>
}

/** The facts about some orders and products: others may not be at rest. */
export function onlyThese(facts: Facts, { orders, products }: Only): Facts {
  const payments = facts.payments.filter(({ orderId }) => orders.has(orderId))
  const ids = new Set([...orders, ...products, ...payments.map(({ id }) => id)])
  return {
    ...facts,
    intents: facts.intents.filter(({ orderId }) => orders.has(orderId ?? '')),
    orders: new Map([...facts.orders].filter(([id]) => orders.has(id))),
    payments,
    reservations: facts.reservations.filter(({ orderId }) => orders.has(orderId)),
    products: facts.products.filter(({ id }) => products.has(id)),
    outboxes: facts.outboxes.filter(({ documentId }) => ids.has(documentId)),
  }
}
