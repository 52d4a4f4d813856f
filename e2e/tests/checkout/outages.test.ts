import { afterEach, expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { brokerOf, eventually, readStack } from '@shop/shared/testing'
import {
  agreesWithLedger,
  endsAs,
  newOrder,
  newProduct,
  pay,
  payUntilAnswered,
} from '../../fixtures/checkout.ts'
import { statOf } from '../../stack/supervisor/proc.ts'

const LONG = 60_000
const paused = new Set<number>()

/** Stops a server: it accepts connections but does not respond. */
async function pause(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP')
  paused.add(pid)
  // Its threads stop one after the other.
  await eventually(() => expect(new Set(threadsOf(pid))).toEqual(new Set(['T'])))
}

/** The states of the threads of a process. */
const threadsOf = (pid: number) =>
  readdirSync(`/proc/${pid}/task`).map((thread) => statOf(Number(thread))?.state)

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
    await pause(brokerOf(await readStack()).pid)
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
    await pause(mongo.pid)
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
    await pause((await readStack()).sandbox.pid)
    const refused = await pay(order)
    expect([refused.status, refused.body.type]).toEqual([503, '/problems/unavailable'])
    resume()
    expect((await payUntilAnswered(order, LONG)).status).toBeLessThan(202)
    await endsAs(order, 'Complete', LONG)
    await agreesWithLedger(order, 1, LONG)
  },
  LONG * 3,
)
