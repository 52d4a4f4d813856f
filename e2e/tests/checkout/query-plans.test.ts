import { afterAll, beforeAll, expect, test } from 'bun:test'
import { PUBLISHED, SERVICES } from '@shop/shared/contracts'
import { isRepublishing, requestRepublish } from '@shop/shared/outbox'
import { eventually } from '@shop/shared/testing'
import { endsAs, newOrder, newProduct, pay } from '../../fixtures/checkout.ts'
import { withDatabases, type Database } from '../../tools/stack-databases.ts'

const PROFILE = 'system.profile'

const profile = (database: Database, level: 0 | 2) => database.db?.command({ profile: level })

type Work = (databases: Record<(typeof SERVICES)[number], Database>) => Promise<void>
const asAdmin = (work: Work) => withDatabases(SERVICES, work, { asAdmin: true })

beforeAll(() =>
  asAdmin(async (databases) => {
    for (const service of SERVICES) {
      await profile(databases[service], 0)
      await databases[service].collection(PROFILE).drop()
      await profile(databases[service], 2)
    }
  }),
)

afterAll(() =>
  asAdmin(async (databases) => {
    for (const service of SERVICES) await profile(databases[service], 0)
  }),
)

/** Has a service publish the events of an hour again. */
async function republished(database: Database): Promise<void> {
  await requestRepublish(database, new Date(Date.now() - 3_600_000))
  await eventually(async () => expect(await isRepublishing(database)).toBe(false), 30_000)
}

test('no query of checkouts, lists, relays and sweepers scans a collection', async () => {
  const product = await newProduct(2)
  const paid = await newOrder(product)
  await pay(paid, 'tok_chargeDeclined')
  await pay(paid)
  await endsAs(paid, 'Complete')
  const [one, other] = [await newOrder(product), await newOrder(product)]
  await Promise.all([pay(one), pay(other)])
  await Promise.all([endsAs(one), endsAs(other)])
  const cancelled = await newOrder(await newProduct(1))
  await cancelled.buyer.delete(cancelled.path)
  for (const path of ['/api/orders', '/api/orders?limit=1', '/api/cart', '/api/users/currentuser'])
    await paid.buyer.get(path)
  await paid.buyer.get(`${paid.path}/events`)
  const { nextCursor } = (await product.seller.get('/api/orders/sold?limit=1')).body
  for (const query of ['', `?cursor=${nextCursor}`])
    expect((await product.seller.get(`/api/orders/sold${query}`)).status).toBe(200)
  for (const query of ['', '?limit=2', '?sort=price', '?q=tea', '?category=home'])
    await paid.buyer.get(`/api/products${query}`)

  await asAdmin(async (databases) => {
    for (const service of SERVICES)
      if (PUBLISHED[service].length > 0) await republished(databases[service])
    // Waits for a sweep of every state.
    await eventually(async () => {
      const seen = databases.payments.collection(PROFILE)
      expect(await seen.countDocuments({ 'command.filter.state': 'Cancelling' })).toBeGreaterThan(0)
    }, 45_000)
    const scans = []
    for (const service of SERVICES)
      for await (const { ns, op, command, planSummary } of databases[service]
        .collection(PROFILE)
        .find({ planSummary: /COLLSCAN/, ns: { $not: /system\./ } }))
        scans.push({ ns, op, planSummary, command: JSON.stringify(command).slice(0, 300) })
    expect(scans).toEqual([])
  })
}, 120_000)
