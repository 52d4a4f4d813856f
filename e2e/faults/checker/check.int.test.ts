import { beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { Types } from 'mongoose'
import { endsAs, newOrder, newProduct, pay, type Order } from '../../fixtures/checkout.ts'
import { withDatabases } from '../../tools/stack-databases.ts'
import { check } from './check.ts'
import type { Finding } from './finding.ts'
import { find } from './testing/cases.ts'

let orders: Order[]
let productId: string

/** Two buyers pay, one after a declined card; one cancels, one is too late, one leaves the order unpaid. */
beforeAll(async () => {
  const product = await newProduct(2)
  productId = product.id
  const [first, second, third, fourth, fifth] = await Promise.all(
    Array.from({ length: 5 }, () => newOrder(product)),
  )
  orders = [first, second, third, fourth, fifth].filter((order) => order !== undefined)
  const [buyer, retrying, cancelling, late] = orders as [Order, Order, Order, Order]
  expect((await pay(buyer)).status).toBe(201)
  expect((await pay(retrying, 'tok_chargeDeclined')).status).toBe(402)
  expect((await pay(retrying)).status).toBe(201)
  expect((await cancelling.buyer.delete(cancelling.path)).status).toBe(200)
  expect((await pay(late)).status).toBe(409)
  await endsAs(late, 'Cancelled')
})

const scope = () => ({
  orders: new Set(orders.map(({ orderId }) => orderId)),
  products: new Set([productId]),
})

const mismatchesOf = (findings: readonly Finding[]) =>
  Object.fromEntries(
    findings.flatMap(({ name, mismatches }) => (mismatches.length > 0 ? [[name, mismatches]] : [])),
  )

test('a shop at rest has no mismatches', async () => {
  const findings = await check({ scope: scope() })
  expect(mismatchesOf(findings)).toEqual({})
  const checkedBy = (name: string) => find(findings, name).checked
  expect(checkedBy('captured money equals the price of completed orders')).toBe(5)
  expect(checkedBy('no authorization is left open')).toBe(3)
  expect(checkedBy('payment and reservation agree')).toBe(3)
  expect(checkedBy('stock equals received minus sold')).toBe(1)
  expect(checkedBy('paid items left the cart once')).toBe(2)
  expect(checkedBy('order events are published')).toBe(5)
})

type Change = [ServiceName, string, object, Record<string, unknown>]

/** Changes documents directly in the databases during the work. */
async function whileChanged(changes: Change[], work: () => Promise<void>): Promise<void> {
  await withDatabases(SERVICES, async (databases) => {
    const at = (service: ServiceName, name: string) => databases[service].collection(name)
    const undo = await Promise.all(
      changes.map(async ([service, name, filter, fields]) => {
        const found = await at(service, name).findOneAndUpdate(filter, { $set: fields })
        if (found === null) throw new Error(`no document in ${name} matches`)
        const old = Object.keys(fields).map((field) => [field, found[field]])
        return () =>
          at(service, name).updateOne({ _id: found._id }, { $set: Object.fromEntries(old) })
      }),
    )
    try {
      await work()
    } finally {
      for (const step of undo) await step()
    }
  })
}

test('reports changed documents in every database, and nothing after they are restored', async () => {
  const [paid] = orders as [Order]
  const { orderId } = paid
  const paymentId = await paymentOf(orderId)
  const product = { _id: new Types.ObjectId(productId) }
  const changes: Change[] = [
    ['orders', 'orders', { _id: new Types.ObjectId(orderId) }, { total: 1 }],
    ['orders', 'products', { _id: productId }, { title: 'Pot' }],
    ['cart', 'products', { _id: productId }, { price: 1 }],
    ['cart', 'carts', { applied: paymentId }, { applied: [paymentId, paymentId] }],
    ['payments', 'orders', { _id: orderId }, { total: 2 }],
    ['payments', 'payments', { orderId }, { state: 'Refunded' }],
    ['products', 'reservations', { orderId }, { items: [{ productId, quantity: 2 }] }],
    ['products', 'products', product, { holds: [{ paymentId: 'x', quantity: 1 }] }],
  ]
  await whileChanged(changes, async () => {
    const mismatches = mismatchesOf(await check({ scope: scope(), withinMs: 0 }))
    expect(mismatches).toMatchObject({
      'captured money equals the price of completed orders': [
        `${orderId} Complete: 12.5 instead of 0.01`,
      ],
      'PaymentIntent amount equals order total': [expect.stringContaining(orderId)],
      'product copies in orders': [`${productId}: title Pot instead of Teapot`],
      'product copies in cart': [`${productId}: price 1 instead of 1250`],
      'paid items left the cart once': [expect.stringContaining(orderId)],
      'order copies in payments': [expect.stringContaining(orderId)],
      'order and payment agree': [`${orderId} Complete with Refunded`],
      'stock equals received minus sold': [`${productId}: 0 instead of -1`],
      'no stock is held and none is negative': [`${productId} is held by x`],
    })
  })
  expect(mismatchesOf(await check({ scope: scope() }))).toEqual({})
})

async function paymentOf(orderId: string): Promise<string> {
  return withDatabases(['payments'], async ({ payments }) =>
    String((await payments.collection('payments').findOne({ orderId }))?._id),
  )
}

test('the command prints one line per check and exits 1 on mismatches', async () => {
  const run = (...args: string[]) => {
    const command = [process.execPath, join(import.meta.dir, '../check.ts'), ...args]
    return Bun.spawn(command, { stdout: 'pipe', stderr: 'pipe' })
  }
  const child = run('--within', '0', '--dead-letters', '999999')
  const output = await new Response(child.stdout).text()
  expect(output).toContain('captured money equals the price of completed orders')
  expect(output).toMatch(/\d+ instead of 999999/)
  expect(await child.exited).toBe(1)
  const invalid = run('--within', 'a while')
  expect(await new Response(invalid.stderr).text()).toContain('usage')
  expect(await invalid.exited).toBe(2)
})
