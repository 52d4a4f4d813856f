import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, profile } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from './testing/index.ts'

const FINISHED = 5000
const HOUR_MS = 3_600_000

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments({ SWEEP_MS: 600_000 })
  const since = new Date(Date.now() - HOUR_MS)
  const payment = (state: string, refunds: object[] = []) => {
    return { orderId: newId(), state, since, refunds, outbox: [] }
  }
  const open = { id: 'r', amount: 100, state: 'asked', askedAt: since }
  const done = { id: 's', amount: 100, state: 'done' }
  await service.db
    .collection('payments')
    .insertMany([
      ...Array.from({ length: FINISHED }, () => payment('Captured')),
      payment('Capturing'),
      payment('Refunding', [done, open]),
      payment('Captured', [open]),
    ])
})

afterAll(() => service.stop())

const scrape = async () => (await service.fetch(new Request('http://shop/metrics'))).text()

test('unfinished payments and refunds are counted, with the age of the oldest', async () => {
  const text = await scrape()
  expect(text).toContain('payments_unfinished{state="Capturing"} 1\n')
  expect(text).toContain('payments_unfinished{state="Refunding"} 1\n')
  expect(text).toContain('payments_unfinished{state="Authorized"} 0\n')
  expect(text).not.toContain('Captured')
  expect(text).toContain('refunds_unfinished 2\n')
  const age = (name: string) => Number(new RegExp(`^${name} (.*)$`, 'm').exec(text)?.[1])
  expect(age('payments_unfinished_age_seconds{state="Capturing"}')).toBeGreaterThanOrEqual(3600)
  expect(age('payments_unfinished_age_seconds{state="Authorized"}')).toBe(0)
  expect(age('refunds_unfinished_age_seconds')).toBeGreaterThanOrEqual(3600)
})

test('reading the metrics costs the same with thousands of finished payments', async () => {
  const operations = await profile(service, scrape)
  expect(operations.length).toBeGreaterThan(3)
  const dear = operations.filter(
    ({ docsExamined = 0, keysExamined = 0 }) => docsExamined > 5 || keysExamined > 10,
  )
  expect(dear).toEqual([])
})
