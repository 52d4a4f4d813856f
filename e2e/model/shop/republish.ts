import type { Order, Payment, Product, Reservation } from '../world/documents.ts'
import type { Content, PastEvent } from '../world/events.ts'
import type { Service } from '../world/services.ts'
import type { World } from '../world/world.ts'
import { openRefunds } from './after-sale/ask.ts'
import * as orders from './orders.ts'
import * as payments from './payments/publish.ts'
import * as products from './products/publish.ts'

type Publishing = Order | Payment | Product | Reservation

/** The events of a service's documents that published since a time or are unfinished, as they are when read. */
export function* eventsSince(
  world: World,
  service: Service,
  since: number,
): Generator<PastEvent, void> {
  for (const document of documentsOf(world, service)) {
    const isUnfinished = !isAtRest(document) && !world.lacks('unfinished-too')
    const { lastEventAt: appendedAt } = document
    if (appendedAt < since && !isUnfinished) continue
    for (const content of eventsOf(document)) yield { content, appendedAt }
  }
}

/** `bun run events:republish`: every service publishes the state of its documents again. */
export function republishAll(world: World): void {
  world.stats.republished += 1
  world.record('--- events:republish')
  for (const service of ['orders', 'payments', 'products'] as const)
    for (const event of eventsSince(world, service, Number.NEGATIVE_INFINITY))
      world.publishAgain(event)
}

function documentsOf(world: World, service: Service): Publishing[] {
  const { orders: placed, payments: all, reservations, products: sold } = world
  if (service === 'orders') return [...placed.values()]
  if (service === 'payments') return [...all.values()]
  return [...reservations.values(), ...sold.values()]
}

function isAtRest(document: Publishing): boolean {
  switch (document.kind) {
    case 'order':
      return document.status !== 'Created' && openRefunds(document).length === 0
    case 'payment':
      return payments.isAtRest(document)
    case 'reservation':
      return document.state !== 'Reserved'
    case 'product':
      return true
    default:
      return document satisfies never
  }
}

function eventsOf(document: Publishing): Content[] {
  switch (document.kind) {
    case 'order':
      return orders.eventsOf(document)
    case 'payment':
      return payments.eventsOf(document)
    case 'reservation':
      return products.resultsOf(document)
    case 'product':
      return [products.updated(document)]
    default:
      return document satisfies never
  }
}
