import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { eventually, newId } from '@shop/shared/testing'
import { endsAs, newOrder, newProduct, pay } from '../fixtures/checkout.ts'
import { withDatabases } from './stack-databases.ts'

async function run(tool: string, ...args: string[]) {
  const script = join(import.meta.dir, tool)
  const child = Bun.spawn([process.execPath, script, ...args], { stderr: 'pipe' })
  const output = await new Response(child.stdout).text()
  return { code: await child.exited, output, error: await new Response(child.stderr).text() }
}

test('`order` prints the steps, money and events of an order', async () => {
  const order = await newOrder(await newProduct(2))
  await pay(order)
  await endsAs(order, 'Complete')
  await eventually(async () => {
    const { code, output } = await run('show-order.ts', order.orderId)
    expect(code).toBe(0)
    for (const part of [
      'order        placed',
      'ledger       authorised 12.5',
      'event        inventory:reserved published',
      'ledger       captured 12.5',
      'payment      Captured',
      'order        now Complete',
      'reservation  now Committed',
    ])
      expect(output).toContain(part)
  })
  expect((await run('show-order.ts', newId())).code).toBe(1)
  expect((await run('show-order.ts', 'x')).error).toContain('usage')
})

test('`events:dead` lists, shows and replays dead letters', async () => {
  const order = await newOrder(await newProduct(2))
  const meta = { eventId: newId(), at: new Date().toISOString(), correlationId: newId(), v: 1 }
  const event = { id: newId(), orderId: order.orderId, reason: 'payment_failed', meta }
  const letter = { subject: 'payment:cancelled', data: JSON.stringify(event), error: 'a defect' }
  const id = await withDatabases(['orders'], async ({ orders }) => {
    const { insertedId } = await orders
      .collection('deadletters')
      .insertOne({ ...letter, at: new Date() })
    return insertedId.toString()
  })
  const { output } = await run('dead-letters.ts', 'list')
  expect(output).toMatch(new RegExp(`${id}.*orders.*payment:cancelled.*a defect`))
  expect((await run('dead-letters.ts', 'show', id)).output).toContain(letter.data)
  expect((await run('dead-letters.ts', 'replay', id)).code).toBe(0)
  expect((await endsAs(order, 'Cancelled')).reason).toBe('payment_failed')
  expect((await run('dead-letters.ts', 'list')).output).not.toContain(id)
  expect((await run('dead-letters.ts', 'show', id)).code).toBe(1)
  expect((await run('dead-letters.ts')).error).toContain('usage')
})

test('`events:republish` restores lost copies', async () => {
  const product = await newProduct(2)
  const order = await newOrder(product)
  await withDatabases(['orders', 'payments'], async ({ orders, payments }) => {
    const products = orders.collection<{ _id: string }>('products')
    const copies = payments.collection<{ _id: string }>('orders')
    await eventually(async () => expect(await copies.findOne({ _id: order.orderId })).toBeTruthy())
    await products.deleteOne({ _id: product.id })
    await copies.deleteOne({ _id: order.orderId })
    expect((await run('republish-events.ts', '--since', '1h')).code).toBe(0)
    await eventually(async () => {
      expect(await products.findOne({ _id: product.id })).toMatchObject({ price: 1250 })
      expect(await copies.findOne({ _id: order.orderId })).toMatchObject({ total: 1250 })
    })
  })
  expect((await pay(order)).status).toBe(201)
  expect((await run('republish-events.ts', '--since', 'ever')).code).toBe(2)
})
