import { beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import { Types } from 'mongoose'
import { endsAs, newOrder, newProduct, pay, type Order } from '../../fixtures/checkout.ts'
import { withDatabases } from '../../tools/stack-databases.ts'
import { check } from './check.ts'
import type { Finding } from './finding.ts'
import { the } from './testing/cases.ts'

let orders: Order[]
let productId: string

/** Two pay, one of them after a declined card; one cancels, one finds it sold out, one only looks. */
beforeAll(async () => {
  const product = await newProduct(2)
  productId = product.id
  const [first, second, third, fourth, fifth] = await Promise.all(
    Array.from({ length: 5 }, () => newOrder(product)),
  )
  orders = [first, second, third, fourth, fifth].filter((order) => order !== undefined)
  const [buyer, patient, fickle, late] = orders as [Order, Order, Order, Order]
  expect((await pay(buyer)).status).toBe(201)
  expect((await pay(patient, 'tok_chargeDeclined')).status).toBe(402)
  expect((await pay(patient)).status).toBe(201)
  expect((await fickle.buyer.delete(fickle.path)).status).toBe(200)
  expect((await pay(late)).status).toBe(409)
  await endsAs(late, 'Cancelled')
})

const only = () => ({
  orders: new Set(orders.map(({ orderId }) => orderId)),
  products: new Set([productId]),
})

const wrongOf = (findings: readonly Finding[]) =>
  Object.fromEntries(
    findings.flatMap(({ name, wrong }) => (wrong.length > 0 ? [[name, wrong]] : [])),
  )

test('a shop at rest has no differences', async () => {
  const findings = await check({ only: only() })
  expect(wrongOf(findings)).toEqual({})
  const looked = (name: string) => the(findings, name).looked
  expect(looked('money kept is the price of what was sold')).toBe(5)
  expect(looked('no money is held')).toBe(3)
  expect(looked('payment and reservation agree')).toBe(3)
  expect(looked('the stock is what came less what was sold')).toBe(1)
  expect(looked('what was paid has left the cart once')).toBe(2)
  expect(looked('orders were told')).toBe(5)
})

type Change = [ServiceName, string, object, Record<string, unknown>]

/** Writes behind the services' backs for the time of the work. */
async function whileChanged(changes: Change[], work: () => Promise<void>): Promise<void> {
  await withDatabases(SERVICES, async (databases) => {
    const at = (service: ServiceName, name: string) => databases[service].collection(name)
    const undo = await Promise.all(
      changes.map(async ([service, name, filter, fields]) => {
        const found = await at(service, name).findOneAndUpdate(filter, { $set: fields })
        if (found === null) throw new Error(`nothing in ${name} is changed`)
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

test('what differs in any database is found, until it is as it was', async () => {
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
    const wrong = wrongOf(await check({ only: only(), withinMs: 0 }))
    expect(wrong).toMatchObject({
      'money kept is the price of what was sold': [`${orderId} Complete: 12.5 instead of 0.01`],
      'a PaymentIntent has the amount of the order': [expect.stringContaining(orderId)],
      'products known to orders': [`${productId}: title Pot instead of Teapot`],
      'products known to cart': [`${productId}: price 1 instead of 1250`],
      'what was paid has left the cart once': [expect.stringContaining(orderId)],
      'orders known to payments': [expect.stringContaining(orderId)],
      'order and payment agree': [`${orderId} Complete with Refunded`],
      'the stock is what came less what was sold': [`${productId}: 0 instead of -1`],
      'all of the stock is free, and none is owed': [`${productId} is held by x`],
    })
  })
  expect(wrongOf(await check({ only: only() }))).toEqual({})
})

async function paymentOf(orderId: string): Promise<string> {
  return withDatabases(['payments'], async ({ payments }) =>
    String((await payments.collection('payments').findOne({ orderId }))?._id),
  )
}

test('the command prints a line for each check and tells by its end whether any differs', async () => {
  const run = (...args: string[]) => {
    const command = [process.execPath, join(import.meta.dir, '../check.ts'), ...args]
    return Bun.spawn(command, { stdout: 'pipe', stderr: 'pipe' })
  }
  const child = run('--within', '0', '--dead-letters', '999999')
  const output = await new Response(child.stdout).text()
  expect(output).toContain('money kept is the price of what was sold')
  expect(output).toMatch(/\d+ instead of 999999/)
  expect(await child.exited).toBe(1)
  const misspelt = run('--within', 'a while')
  expect(await new Response(misspelt.stderr).text()).toContain('usage')
  expect(await misspelt.exited).toBe(2)
})
