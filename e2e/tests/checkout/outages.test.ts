import { afterEach, expect, test } from 'bun:test'
import { brokerOf, readStack } from '@shop/shared/testing'
import {
  agreesWithLedger,
  endsAs,
  newOrder,
  newProduct,
  pay,
  payUntilAnswered,
} from '../../fixtures/checkout.ts'

const LONG = 60_000
const paused = new Set<number>()

/** Stops a server: it accepts connections but does not respond. */
function pause(pid: number): void {
  process.kill(pid, 'SIGSTOP')
  paused.add(pid)
}

function resume(): void {
  for (const pid of paused) process.kill(pid, 'SIGCONT')
  paused.clear()
}

afterEach(resume)

test(
  'orders are accepted during a broker outage and complete after it',
  async () => {
    const product = await newProduct(3)
    await newOrder(product)
    pause(brokerOf(await readStack()).pid)
    const order = await newOrder(product)
    resume()
    expect((await payUntilAnswered(order, LONG)).status).toBeLessThan(202)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
  },
  LONG * 3,
)

test(
  'a database outage returns 503 and heals without a restart',
  async () => {
    const order = await newOrder(await newProduct(3))
    const { services, mongo } = await readStack()
    pause(mongo.pid)
    const refused = await order.buyer.get(order.path)
    expect([refused.status, refused.body.type]).toEqual([503, '/problems/unavailable'])
    resume()
    expect((await payUntilAnswered(order, LONG)).status).toBeLessThan(202)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
    expect((await readStack()).services).toEqual(services)
  },
  LONG * 3,
)

test(
  'a Stripe outage returns 503, and retrying charges once',
  async () => {
    const order = await newOrder(await newProduct(3))
    pause((await readStack()).sandbox.pid)
    const refused = await pay(order)
    expect([refused.status, refused.body.type]).toEqual([503, '/problems/unavailable'])
    resume()
    expect((await payUntilAnswered(order, LONG)).status).toBeLessThan(202)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
  },
  LONG * 3,
)
