import { expect, test } from 'bun:test'
import { EVENTS, type Subject } from '@shop/shared/contracts'
import { eventually } from '@shop/shared/testing'
import { endsAs, newOrder, newProduct, pay } from '../../fixtures/checkout.ts'
import { withBus } from '../../tools/stack-bus.ts'
import { withDatabases } from '../../tools/stack-databases.ts'

const PUBLISHERS = ['products', 'orders', 'payments'] as const
const SALE = [
  'inventory:reserved',
  'order:completed',
  'order:created',
  'payment:authorized',
  'payment:created',
  'product:created',
  'product:updated',
]

/** Resolves when each service has checked the broker once more and renewed its mark, after another sale. */
function brokerChecked(): Promise<void> {
  return withDatabases(PUBLISHERS, async (databases) => {
    const epochs = () =>
      Promise.all(
        PUBLISHERS.map(
          async (name) => (await databases[name].collection('marks').findOne())?.['epoch'],
        ),
      )
    const before = await epochs()
    const other = await newOrder(await newProduct(1))
    await pay(other)
    await endsAs(other, 'Complete')
    await eventually(async () => {
      for (const [n, epoch] of (await epochs()).entries()) expect(epoch).not.toBe(before[n])
    }, 20_000)
  })
}

test('a checkout of one line publishes each of its events once, and nothing is published again', async () => {
  // Another test may have restarted the broker: what came after the mark is then published again, once.
  await brokerChecked()
  await withBus(async (bus) => {
    const product = await newProduct(3)
    const order = await newOrder(product)
    const seen = new Map<string, string>()
    const isMine = (text: string) => text.includes(order.orderId) || text.includes(product.id)
    for (const subject of Object.keys(EVENTS) as Subject[])
      await bus.tail(subject, 60_000, (text) => {
        if (isMine(text)) seen.set(JSON.parse(text).meta.eventId, subject)
      })
    expect((await pay(order)).status).toBe(201)
    await endsAs(order, 'Complete')
    await eventually(() => expect([...seen.values()]).toContain('product:updated'))
    await brokerChecked()
    expect([...seen.values()].toSorted()).toEqual(SALE)
  })
})
