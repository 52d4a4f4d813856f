import { readFileSync } from 'node:fs'
import { outboxOf } from '@shop/shared/outbox'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { orderCreated } from '../../../services/orders/src/domain/order-events.ts'
import { newDocument, toOutbox } from '../../../services/orders/src/order-document.ts'
import { withDatabases, type Database } from '../../tools/stack-databases.ts'
import type { Scenario } from '../kit/scenario.ts'

const CONSUMERS = ['payments', 'payments-1']
const WITHIN_MS = 180_000
const BATCH = 1000
const LIMIT_MB = 400

/** Payments is stopped while orders are placed; then it receives all of their events. */
export const backlog: Scenario = {
  name: 'backlog of events',
  invariants: [20],
  full: 20_000,
  run: ({ processes }, amount) =>
    withDatabases(['orders', 'payments'], async ({ orders, payments }) => {
      const userId = newUser().sub
      const resume = CONSUMERS.map((name) => processes.pause(name))
      try {
        for (let n = 0; n < amount; n += BATCH)
          await place(orders, userId, Math.min(BATCH, amount - n))
        await waitForCount(0, () => countUnpublished(orders, userId))
      } finally {
        for (const continueOne of resume) continueOne()
      }
      await waitForCount(amount, () => payments.collection('orders').countDocuments({ userId }))
      const peaks = ['orders', 'orders-1', ...CONSUMERS].map((name) =>
        peakMb(processes.pidOf(name)),
      )
      const heavy = peaks.filter((mb) => mb > LIMIT_MB).length
      return [
        { what: 'events delivered', seen: amount, goal: amount },
        {
          what: `services above ${LIMIT_MB} MB (the largest ${Math.max(...peaks)})`,
          seen: heavy,
          goal: 0,
        },
      ]
    }),
}

/** Counts the buyer's orders with unpublished events. */
const countUnpublished = (orders: Database, userId: string) =>
  orders.collection('orders').countDocuments({ userId, outboxAt: { $exists: true } })

function waitForCount(wanted: number, count: () => Promise<number>): Promise<void> {
  return eventually(async () => {
    const now = await count()
    if (now !== wanted) throw new Error(`${now} instead of ${wanted}`)
  }, WITHIN_MS)
}

/** Inserts orders directly, without the cost of requests. */
async function place(orders: Database, userId: string, count: number): Promise<void> {
  const documents = Array.from({ length: count }, () => {
    const item = {
      productId: newId(),
      title: 'Teapot',
      price: 1250,
      quantity: 1,
      sellerId: newId(),
      picture: null,
    }
    const document = newDocument({ userId, items: [item], shipping: 0, total: 1250 })
    return { ...document, ...outboxOf(toOutbox(orderCreated(document))) }
  })
  await orders.collection('orders').insertMany(documents)
}

function peakMb(pid: number): number {
  const kb = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kb) / 1024)
}
