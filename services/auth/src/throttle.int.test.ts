import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createDatabase, openDatabase } from '@shop/shared/db'
import { createLog } from '@shop/shared/log'
import { newId, readStack, testDatabaseUrl } from '@shop/shared/testing'
import { ThrottleRepository } from './throttle-repository.ts'
import { Throttle } from './throttle.ts'

const HOUR_MS = 3_600_000
const db = createDatabase()
const throttle = new Throttle(new ThrottleRepository(db), { signUpsPerHour: 3, scale: 1000 })

beforeAll(async () => {
  const name = `test_throttle_${crypto.randomUUID().slice(0, 8)}`
  const url = testDatabaseUrl((await readStack()).mongo.admin, name)
  await openDatabase(db, url, createLog('test', 'silent'))
})

afterAll(async () => {
  await db.dropDatabase()
  await db.close()
})

const newEmail = () => `${newId()}@example.com`
const attempts = () => db.collection<{ _id: string; count: number; until: Date }>('throttle')
const pairOf = (email: string) => attempts().findOne({ _id: `signin:1.1.1.1:${email}` })
const accountOf = (email: string) => attempts().findOne({ _id: `account:${email}` })
const pass = (filter: object) => attempts().updateMany(filter, { $set: { until: new Date(0) } })

const outcome = async (work: Promise<unknown>) => {
  try {
    return await work
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\d+ \w+$/, 'n') : error
  }
}
const signIn = (email: string, check: () => Promise<boolean>, ip = '1.1.1.1') =>
  outcome(throttle.signIn(ip, email, check))
const signUp = (ip: string, make: () => Promise<string | null>, email = newEmail()) =>
  outcome(throttle.signUp(ip, email, make))
const wrong = async () => false
const right = async () => true
const REFUSED = 'Too many attempts: try again in n'

test('each failure doubles the wait of its address and account, up to an hour', async () => {
  const email = newEmail()
  for (let n = 1; n <= 14; n += 1) {
    const waitMs = Math.min(2 ** (n - 1) * 1000, HOUR_MS)
    const start = Date.now()
    expect(await signIn(email, wrong)).toBe(false)
    const until = (await pairOf(email))?.until.getTime() ?? 0
    expect(until).toBeGreaterThanOrEqual(start + waitMs)
    expect(until).toBeLessThanOrEqual(Date.now() + waitMs)
    await pass({ _id: `signin:1.1.1.1:${email}` })
  }
})

test('of many concurrent attempts from one address only one is checked', async () => {
  const email = newEmail()
  // The seventh failure blocks for a minute, longer than all the attempts take.
  await attempts().insertOne({ _id: `signin:1.1.1.1:${email}`, count: 6, until: new Date(0) })
  let checks = 0
  const guess = async () => {
    checks += 1
    return false
  }
  const outcomes = await Promise.all(Array.from({ length: 200 }, () => signIn(email, guess)))
  expect(checks).toBe(1)
  expect(outcomes.filter((one) => one === REFUSED).length).toBe(199)
})

test('an account allows a hundred failures an hour from a thousand addresses', async () => {
  const email = newEmail()
  let checks = 0
  const guess = async () => {
    checks += 1
    return false
  }
  const ips = Array.from({ length: 1000 }, (_, i) => `10.0.${i >> 8}.${i & 255}`)
  await Promise.all(ips.map((ip) => signIn(email, guess, ip)))
  expect(checks).toBe(100)
  expect(await signIn(email, right, '2.2.2.2')).toBe(REFUSED)
  expect(await signIn(newEmail(), right, '2.2.2.2')).toBe(true)
  await pass({ _id: `account:${email}` })
  expect(await signIn(email, wrong, '3.3.3.3')).toBe(false)
  expect((await accountOf(email))?.count).toBe(1)
}, 30_000)

test('a success resets both counts', async () => {
  const email = newEmail()
  for (let n = 0; n < 3; n += 1) {
    expect(await signIn(email, wrong)).toBe(false)
    await pass({ _id: `signin:1.1.1.1:${email}` })
  }
  expect((await accountOf(email))?.count).toBe(3)
  expect(await signIn(email, right)).toBe(true)
  expect([await pairOf(email), await accountOf(email)]).toEqual([null, null])
  expect(await signIn(email, right)).toBe(true)
})

test('an attempt that could not be checked, or that the account’s limit refused, does not count', async () => {
  const email = newEmail()
  const away = () => Promise.reject(new Error('the database is away'))
  expect(await signIn(email, away)).toBe('the database is away')
  expect([(await pairOf(email))?.count, (await accountOf(email))?.count]).toEqual([0, 0])
  await pass({ _id: `signin:1.1.1.1:${email}` })
  await attempts().updateOne({ _id: `account:${email}` }, { $set: { count: 100 } })
  expect(await signIn(email, right)).toBe(REFUSED)
  expect([(await pairOf(email))?.count, (await accountOf(email))?.count]).toEqual([0, 100])
})

test('sign-ups are limited per address and hour, also concurrent ones', async () => {
  let made = 0
  const make = async () => {
    made += 1
    return 'ann'
  }
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => signUp('4.4.4.4', make)))
  expect(made).toBe(3)
  expect(outcomes.filter((one) => one === REFUSED).length).toBe(17)
  expect(await signUp('5.5.5.5', make)).toBe('ann')
  await pass({ _id: 'signup:4.4.4.4' })
  expect(await signUp('4.4.4.4', make)).toBe('ann')
})

test('a sign-up for an address in use counts, a failed one does not', async () => {
  const away = () => Promise.reject(new Error('the database is away'))
  expect(await signUp('6.6.6.6', async () => null)).toBeNull()
  expect(await signUp('6.6.6.6', away)).toBe('the database is away')
  expect((await attempts().findOne({ _id: 'signup:6.6.6.6' }))?.count).toBe(1)
})

test('failures from before the sign-up do not throttle the owner', async () => {
  const email = newEmail()
  expect(await signIn(email, wrong)).toBe(false)
  expect(await signUp('1.1.1.1', async () => 'ann', email)).toBe('ann')
  expect(await signIn(email, right)).toBe(true)
})

test('the database removes expired counters', async () => {
  const indexes = await attempts().indexes()
  expect(indexes).toContainEqual(
    expect.objectContaining({ key: { expiresAt: 1 }, expireAfterSeconds: 0 }),
  )
  const lasting = await attempts().findOne({
    $or: [{ expiresAt: null }, { expiresAt: { $lte: '$until' } }],
  })
  expect(lasting).toBeNull()
})
