import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newUser } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from '../testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

type User = ReturnType<typeof newUser>
type Paid = Awaited<ReturnType<TestOrders['paidOrder']>>

const lineOf = ({ order }: Paid, n: number) => ({
  productId: order.items[n].productId,
  quantity: order.items[n].quantity,
})

const refund = ({ sold }: Paid, as: User, json: object, key = crypto.randomUUID()) =>
  service.call('POST', `${sold}/refunds`, { as, json, headers: { 'idempotency-key': key } })
const read = async ({ path, buyer }: Paid) => (await service.call('GET', path, { as: buyer })).body

/** Says how a refund ended, as payments does. */
async function end(paid: Paid, id: string, status: 'done' | 'failed' | 'reversed', amount: number) {
  const ids = { id, orderId: paid.order.id }
  await service.publish('refund:ended', { ...ids, status, amount, items: [], restock: false })
}

test('a refund that fails can be retried; one that comes back is shown', async () => {
  const told = service.published('refund:told')
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const { body } = await refund(paid, ann, { amount: 5, reason: 'goodwill' })
  const [{ id }] = body.refunds
  await end(paid, id, 'failed', 5)
  await eventually(async () =>
    expect((await read(paid)).refunds).toMatchObject([{ status: 'Failed' }]),
  )
  const again = () =>
    service.call('POST', `${paid.sold}/refunds/${id}/again`, { as: ann, json: {} })
  await Promise.all([again(), again()])
  const { refunds } = await read(paid)
  expect(refunds).toMatchObject([{ status: 'Failed' }, { status: 'Asked', amount: 5 }])
  for (const status of ['done', 'done', 'reversed'] as const)
    await end(paid, refunds[1].id, status, 5)
  await eventually(async () =>
    expect((await read(paid)).refunds[1]).toMatchObject({ status: 'Done', reversed: true }),
  )
  const statuses = () =>
    told.filter(({ orderId }) => orderId === paid.order.id).map(({ status }) => status)
  // The broker may have been checked meanwhile, which publishes recent events again.
  await eventually(() => expect([...new Set(statuses())]).toEqual(['failed', 'done', 'reversed']))
})

test('ten refunds at once never give back more than was paid', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const half = { amount: 6, reason: 'goodwill' }
  const responses = await Promise.all(Array.from({ length: 10 }, () => refund(paid, ann, half)))
  const statuses = responses.map(({ status }) => status)
  expect(statuses.filter((status) => status === 201)).toHaveLength(2)
  for (const { status, body } of responses)
    if (status === 409) expect(body.type).toBe('/problems/refund-exceeds')
  const sum = (await read(paid)).refunds.reduce(
    (all: number, { amount }: { amount: number }) => all + amount,
    0,
  )
  expect(sum).toBe(12)
})

test('a refund needs a key, either lines or an amount, and the lines of its seller', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const json = { amount: 1, reason: 'other' }
  expect((await service.call('POST', `${paid.sold}/refunds`, { as: ann, json })).status).toBe(400)
  const lines = [lineOf(paid, 1)]
  for (const wrong of [{}, { lines, amount: 1 }, { amount: 1, restock: true }, { lines }])
    expect((await refund(paid, ann, { ...wrong, reason: 'other' })).status).toBe(400)
  const key = crypto.randomUUID()
  const first = await refund(paid, ann, json, key)
  expect((await refund(paid, ann, json, key)).body).toEqual(first.body)
  expect((await refund(paid, ann, { ...json, amount: 2 }, key)).status).toBe(409)
  // The key of another seller is another key.
  expect((await refund(paid, bob, json, key)).status).toBe(201)
})

test('a failed refund of lines that were refunded meanwhile cannot be retried', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const body = { lines: [lineOf(paid, 0)], reason: 'damaged' }
  const { id } = (await refund(paid, ann, body)).body.refunds[0]
  await end(paid, id, 'failed', 12.5)
  await eventually(async () =>
    expect((await read(paid)).refunds).toMatchObject([{ status: 'Failed' }]),
  )
  expect((await refund(paid, ann, body)).status).toBe(201)
  const again = await service.call('POST', `${paid.sold}/refunds/${id}/again`, {
    as: ann,
    json: {},
  })
  expect([again.status, again.body.type]).toEqual([409, '/problems/refunded'])
})

const check = ({ sold }: Paid, as: User, json: object) =>
  service.call('POST', `${sold}/refunds?dryRun=1`, { as, json })

test('a dry run says what a refund does, and changes nothing', async () => {
  const [ann, bob] = [newUser(), newUser()]
  const paid = await service.paidOrder([ann, bob])
  const one = { lines: [{ ...lineOf(paid, 1), quantity: 1 }], reason: 'damaged' }
  const all = { lines: [lineOf(paid, 1)], reason: 'damaged' }
  expect((await check(paid, bob, one)).body).toEqual({
    amount: 12.5,
    shipping: 0,
    left: 12.5,
    cancelsParcel: false,
  })
  expect((await check(paid, bob, all)).body).toMatchObject({ amount: 25, cancelsParcel: true })
  expect((await read(paid)).refunds).toEqual([])
  await refund(paid, ann, { lines: [lineOf(paid, 0)], reason: 'damaged' })
  const { shipping } = paid.order
  const last = { amount: 25 + shipping, shipping, left: 0, cancelsParcel: true }
  expect((await check(paid, bob, all)).body).toEqual(last)
  expect((await refund(paid, bob, { ...all, expected: last.amount })).status).toBe(201)
  const nothingLeft = await check(paid, bob, { amount: 1, reason: 'other' })
  expect([nothingLeft.status, nothingLeft.body.type]).toEqual([409, '/problems/refund-exceeds'])
})

test('a refund of another sum than the one that was shown is refused', async () => {
  const ann = newUser()
  const paid = await service.paidOrder([ann])
  const body = { lines: [lineOf(paid, 0)], reason: 'damaged' }
  const { amount } = (await check(paid, ann, body)).body
  await refund(paid, ann, { amount: 2, reason: 'late' })
  const { status, body: problem } = await refund(paid, ann, { ...body, expected: amount })
  expect([status, problem.type]).toEqual([409, '/problems/refund-changed'])
  expect((await read(paid)).refunds).toHaveLength(1)
})
