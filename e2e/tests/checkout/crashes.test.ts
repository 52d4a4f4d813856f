import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { brokerOf, eventually, readStack, type StackFile } from '@shop/shared/testing'
import {
  agreesWithLedger,
  endsAs,
  newOrder,
  newProduct,
  pay,
  payUntilAnswered,
  type Order,
} from '../../fixtures/checkout.ts'

const REST_MS = 60_000
const database = createDatabase()

beforeAll(async () => {
  const { mongo } = await readStack()
  await openDatabase(database, mongo.payments, createLog('test', 'silent'))
})

afterAll(() => database.close())

const VICTIMS = {
  payments: (stack: StackFile) => stack.services['payments']?.pid,
  products: (stack: StackFile) => stack.services['products']?.pid,
  orders: (stack: StackFile) => stack.services['orders']?.pid,
  'the broker': (stack: StackFile) => brokerOf(stack).pid,
}

/** Resolves as soon as the order's payment is authorized. */
async function waitUntilAuthorized({ orderId }: Order): Promise<void> {
  const payments = database.collection('payments')
  const filter = { orderId, state: { $in: ['Authorized', 'Capturing', 'Captured'] } }
  while ((await payments.countDocuments(filter, { limit: 1 })) === 0) await Bun.sleep(1)
}

async function kill(victim: keyof typeof VICTIMS): Promise<number> {
  const pid = VICTIMS[victim](await readStack())
  if (pid === undefined || pid === 0) throw new Error(`${victim} is not running`)
  process.kill(pid, 'SIGKILL')
  return pid
}

async function waitUntilBack(victim: keyof typeof VICTIMS, killed: number): Promise<void> {
  await eventually(async () => {
    const stack = await readStack()
    const pid = VICTIMS[victim](stack) ?? 0
    expect(pid).toBeGreaterThan(0)
    expect(pid).not.toBe(killed)
    for (const [name, { url }] of Object.entries(stack.services))
      if (name in stack.mongo) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  }, REST_MS)
}

// Every line at which a process can die: `bun run faults`, there with a second replica of each service.
for (const victim of Object.keys(VICTIMS) as (keyof typeof VICTIMS)[])
  test(`the order ends and matches the ledger after kill -9 of ${victim} while it is paid`, async () => {
    const order = await newOrder(await newProduct(3))
    const paying = pay(order).catch(() => null)
    await waitUntilAuthorized(order)
    const killed = await kill(victim)
    await paying
    await waitUntilBack(victim, killed)
    await payUntilAnswered(order, REST_MS)
    const { status } = await endsAs(order, undefined, REST_MS)
    await agreesWithLedger(order, status === 'Complete' ? 1 : 0, REST_MS)
  }, 200_000)

test('a broker killed right after a service restarted still delivers to it', async () => {
  await waitUntilBack('orders', await kill('orders'))
  await waitUntilBack('the broker', await kill('the broker'))
  const product = await newProduct(1)
  const orders = await Promise.all([newOrder(product), newOrder(product)])
  await Promise.all(orders.map((order) => payUntilAnswered(order, REST_MS)))
  for (const order of orders) await endsAs(order, undefined, REST_MS)
  for (const order of orders) await agreesWithLedger(order, 1, REST_MS)
}, 200_000)
