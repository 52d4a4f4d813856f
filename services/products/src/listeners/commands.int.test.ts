import { afterAll, beforeAll, expect, test } from 'bun:test'
import { commandsOf, type TestService } from '@shop/shared/testing'
import {
  cancelled,
  captured,
  newPayment,
  replicaOf,
  sellNew,
  startProducts,
} from '../testing/index.ts'

let service: TestService
let replica: ReturnType<typeof replicaOf>
beforeAll(async () => {
  // Keeps the sweepers out of the measurement.
  service = await startProducts(undefined, { SWEEP_MS: 600_000 })
  replica = replicaOf(service)
})
afterAll(() => service.stop())

const perLine = (lines: number) => Array<string>(lines).fill('products')

/** The collections that the commands of some work use, in order. */
async function collectionsOf(work: () => Promise<unknown>): Promise<string[]> {
  const commands = await commandsOf(service, work)
  return commands.map((command) => command.split(' ').at(-1) ?? '')
}

async function paymentOf(lines: number) {
  const ids = await Promise.all(Array.from({ length: lines }, () => sellNew(service, 5)))
  return newPayment(Object.fromEntries(ids.map((id) => [id, 1])))
}

test.each([1, 2])(
  'a claim of %d lines costs three commands and one a line; a sale or release two and one a line',
  async (lines) => {
    const [sold, released] = [await paymentOf(lines), await paymentOf(lines)]
    for (const payment of [sold, released])
      expect(await collectionsOf(() => replica.authorized(payment))).toEqual([
        'products',
        'reservations',
        ...perLine(lines),
        'reservations',
      ])
    const ended = ['reservations', ...perLine(lines), 'reservations']
    expect(await collectionsOf(() => replica.created(captured(sold)))).toEqual(ended)
    expect(await collectionsOf(() => replica.cancelled(cancelled(released)))).toEqual(ended)
  },
)
