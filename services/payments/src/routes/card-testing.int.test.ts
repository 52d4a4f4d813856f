import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments({ LIMIT_SCALE: 1, SWEEP_MS: 100 })
})

afterAll(() => service.stop())

function pay(orderId: string, as: ReturnType<typeof newUser>, token: string, ip?: string) {
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3))
  const headers = { 'x-real-ip': ip ?? `10.${a}.${b}.${c}` }
  return service.call('POST', '/api/payments', { as, json: { token, orderId }, headers })
}

const DECLINED = 'pm_card_chargeDeclined'

test('POST /api/payments returns 429 after ten declined cards for an order', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const codes: number[] = []
  for (let tries = 0; tries < 11; tries += 1)
    codes.push((await pay(orderId, buyer, tries % 2 === 0 ? DECLINED : 'tok_nothing')).status)
  expect(codes).toEqual([402, 400, 402, 400, 402, 400, 402, 400, 402, 400, 429])
  const last = await pay(orderId, buyer, 'tok_visa')
  expect([last.status, last.body.type]).toEqual([429, '/problems/too-many-requests'])
  expect(await service.money(orderId)).toMatchObject({ captured: 0, held: 0 })
})

test('POST /api/payments returns 429 after twenty declined cards an hour per session', async () => {
  const buyer = newUser()
  const orders = await Promise.all(Array.from({ length: 25 }, () => service.knownOrder(buyer)))
  const responses = await Promise.all(orders.map(({ orderId }) => pay(orderId, buyer, DECLINED)))
  const codes = responses.map(({ status }) => status)
  expect(codes.filter((code) => code === 402)).toHaveLength(20)
  const refused = responses.find(({ status }) => status === 429)
  expect(Number(refused?.headers.get('retry-after'))).toBeWithin(1, 3600)
})

test('POST /api/payments returns 429 after twenty declined cards an hour per address, not counting paid ones', async () => {
  const ip = '203.0.113.9'
  for (let paid = 0; paid < 3; paid += 1) {
    const { orderId, buyer } = await service.knownOrder()
    expect((await pay(orderId, buyer, 'tok_visa', ip)).status).toBe(202)
  }
  const codes: number[] = []
  for (let tries = 0; tries < 21; tries += 1) {
    const { orderId, buyer } = await service.knownOrder()
    codes.push((await pay(orderId, buyer, DECLINED, ip)).status)
  }
  expect(codes).toEqual([...Array(20).fill(402), 429])
}, 60_000)

test('POST /api/payments reports a stolen card as a generic decline', async () => {
  const { orderId, buyer } = await service.knownOrder()
  const { status, body } = await pay(orderId, buyer, 'pm_card_chargeDeclinedStolenCard')
  expect([status, body.declineCode, body.detail]).toEqual([
    402,
    'generic_decline',
    'Your card was declined.',
  ])
})

test('the sweeper doubles the interval for an unpaid order, and starts over after an attempt', async () => {
  const { orderId, buyer } = await service.knownOrder()
  await pay(orderId, buyer, DECLINED)
  const waits = async () => (await service.stored(orderId))?.['looks'] ?? 0
  await eventually(async () => expect(await waits()).toBeGreaterThanOrEqual(3))
  const lookAt = (await service.stored(orderId))?.['lookAt']
  expect(lookAt.getTime()).toBeGreaterThan(Date.now())
  await service.db.collection('payments').updateOne({ orderId }, { $set: { looks: 9 } })
  await pay(orderId, buyer, DECLINED)
  expect(await waits()).toBeLessThan(9)
})

test('another person’s order takes as long as an unknown one', async () => {
  const { orderId } = await service.knownOrder()
  const stranger = newUser()
  const timed = async (id: string) => {
    const start = performance.now()
    const { status } = await pay(id, stranger, 'tok_visa')
    return { status, isWaitedFor: performance.now() - start > 1900 }
  }
  const [others, unknown] = await Promise.all([timed(orderId), timed(newId())])
  expect(others).toEqual({ status: 404, isWaitedFor: true })
  expect(unknown).toEqual(others)
})

test('eight requests of one person wait at once for unknown orders', async () => {
  const buyer = newUser()
  const responses = await Promise.all(
    Array.from({ length: 10 }, () => pay(newId(), buyer, 'tok_visa')),
  )
  const codes = responses.map(({ status }) => status).toSorted((a, b) => a - b)
  expect(codes).toEqual([...Array(8).fill(404), 429, 429])
})
