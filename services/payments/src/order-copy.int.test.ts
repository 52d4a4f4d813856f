import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { EventOf } from '@shop/shared/contracts'
import { newId } from '@shop/shared/testing'
import { OrderCopy } from './order-copy.ts'
import { startTestPayments, type TestPayments } from './testing/index.ts'

let service: TestPayments
let copy: OrderCopy
beforeAll(async () => {
  service = await startTestPayments()
  copy = new OrderCopy(service.db)
})
afterAll(() => service.stop())

const meta = { eventId: newId(), at: new Date().toISOString(), correlationId: newId(), v: 1 }

test('an order whose first two events arrive concurrently is known, and cancelled', async () => {
  for (let round = 0; round < 100; round++) {
    const id = newId()
    const created = {
      id,
      userId: newId(),
      status: 'Created',
      total: 1,
      items: [],
      version: 0,
      meta,
    }
    const cancelled = { id, version: 1, reason: 'user', meta }
    await Promise.all([
      copy.writeCancelled(cancelled as EventOf<'order:cancelled'>),
      copy.writeCreated(created as EventOf<'order:created'>),
    ])
    expect(await copy.find(id)).toMatchObject({ id, status: 'Cancelled', version: 1 })
  }
})
