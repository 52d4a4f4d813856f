import { afterEach, expect, test } from 'bun:test'
import { readStack } from '@shop/shared/testing'
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

/** Stops a server from answering, as a network that swallows everything would. */
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
  'orders are taken while the broker is away, and go on when it is back',
  async () => {
    const product = await newProduct(3)
    await newOrder(product)
    pause((await readStack()).nats.pid)
    const order = await newOrder(product)
    resume()
    expect((await payUntilAnswered(order, LONG)).status).toBeLessThan(202)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
  },
  LONG * 3,
)

test(
  'a database that does not answer is a 503, and nothing needs a restart after it',
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
  'Stripe away: the payer is told to try again, and paying again pays once',
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
