import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { TestResponse } from '@shop/shared/testing'
import { cookieOf, newEmail, password, startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => {
  service = await startTestAuth({ SIGNUPS_PER_HOUR: 20, LIMIT_SCALE: 1 })
})
afterAll(() => service.stop())

const from = (ip: string) => ({ headers: { 'x-real-ip': ip } })
const signUp = (json: object, rest = {}) =>
  service.call('POST', '/api/users/signup', { json, ...rest })
const signIn = (json: object, rest = {}) =>
  service.call('POST', '/api/users/signin', { json, ...rest })
const textOf = ({ status, body }: TestResponse) =>
  JSON.stringify({ status, ...body, requestId: '' }).replaceAll(/\d+ s/g, 'n s')

/** Six failures whose waits are over: the next one blocks for a minute, longer than a test takes. */
async function failed(ip: string, email: string): Promise<void> {
  await service.db
    .collection<{ _id: string }>('throttle')
    .insertOne({ _id: `signin:${ip}:${email}`, count: 6, until: new Date(0) } as never)
}

test('a failed sign-in must wait before the next attempt, with Retry-After', async () => {
  const email = newEmail()
  await failed('1.1.1.1', email)
  expect((await signIn({ email, password }, from('1.1.1.1'))).status).toBe(400)
  const early = await signIn({ email, password }, from('1.1.1.1'))
  expect(early.status).toBe(429)
  expect(early.body.type).toBe('/problems/too-many-requests')
  expect(Number(early.headers.get('retry-after'))).toBeWithin(1, 65)
})

test('the client address is taken only from the front door’s header', async () => {
  const email = newEmail()
  for (const ip of ['2.2.2.2', 'inside']) await failed(ip, email)
  await signIn({ email, password }, from('2.2.2.2'))
  const forged = {
    'x-forwarded-for': '9.9.9.9',
    forwarded: 'for=9.9.9.9',
    'x-client-ip': '9.9.9.9',
  }
  const headers = { ...forged, 'x-real-ip': '2.2.2.2' }
  expect((await signIn({ email, password }, { headers })).status).toBe(429)
  expect((await signIn({ email, password }, from('2001:db8::1'))).status).toBe(400)
  expect((await signIn({ email, password }, from('not an address'))).status).toBe(400)
  expect((await signIn({ email, password }, { headers: forged })).status).toBe(429)
})

test('a throttled account gets the same response whether or not it exists, and its sessions keep working', async () => {
  const [email, unknown] = [newEmail(), newEmail()]
  const cookie = cookieOf(await signUp({ email, password }))
  const until = new Date(Date.now() + 1_800_000)
  await service.db.collection<{ _id: string }>('throttle').insertMany(
    [email, unknown].map((one) => ({
      _id: `account:${one}`,
      count: 100,
      until,
      expiresAt: until,
    })),
  )
  const blocked = await signIn({ email, password }, from('4.4.4.4'))
  expect(blocked.status).toBe(429)
  expect(Number(blocked.headers.get('retry-after'))).toBeGreaterThan(1700)
  const nobody = await signIn({ email: unknown, password }, from('4.4.4.4'))
  expect(textOf(nobody)).toBe(textOf(blocked))
  const me = await service.call('GET', '/api/users/currentuser', { headers: { cookie } })
  expect(me.body.currentUser).toMatchObject({ email })
  const out = await service.call('POST', '/api/users/signout', { headers: { cookie } })
  expect(out.status).toBe(200)
})

test('sign-ups are limited per address and hour, not counting bad input', async () => {
  const ip = from('5.5.5.5')
  for (let i = 0; i < 30; i += 1)
    expect((await signUp({ email: 'x', password }, ip)).status).toBe(400)
  const used = newEmail()
  await signUp({ email: used, password }, ip)
  const responses: TestResponse[] = []
  for (let i = 0; i < 20; i += 1) responses.push(await signUp({ email: used, password }, ip))
  expect(responses.map(({ status }) => status)).toEqual([...Array(19).fill(400), 429])
  expect(Number(responses.at(-1)?.headers.get('retry-after'))).toBeGreaterThan(3500)
  expect((await signUp({ email: newEmail(), password }, ip)).status).toBe(429)
  expect((await signUp({ email: newEmail(), password }, from('6.6.6.6'))).status).toBe(201)
  expect((await signIn({ email: used, password }, ip)).status).toBe(200)
})

test('a known client can sign in while others attack the account', async () => {
  const email = newEmail()
  expect((await signUp({ email, password }, from('7.7.7.7'))).status).toBe(201)
  const until = new Date(Date.now() + 1_800_000)
  await service.db
    .collection<{ _id: string }>('throttle')
    .insertMany([`account:${email}`, 'address:7.7.7.7'].map((_id) => ({ _id, count: 999, until })))
  expect((await signIn({ email, password }, from('7.7.7.7'))).status).toBe(200)
  expect((await signIn({ email, password }, from('7.7.7.8'))).status).toBe(429)
  expect((await signIn({ email: newEmail(), password }, from('7.7.7.7'))).status).toBe(429)
})

test('thirty failures per address in ten minutes, for all accounts; an IPv6 network counts as one', async () => {
  const attempts = Array.from({ length: 33 }, (_, index) => from(`2001:db8:7:7::${index + 1}`))
  const codes: number[] = []
  for (const at of attempts) codes.push((await signIn({ email: newEmail(), password }, at)).status)
  expect(codes).toEqual([...Array(30).fill(400), 429, 429, 429])
  expect((await signIn({ email: newEmail(), password }, from('2001:db8:7:8::1'))).status).toBe(400)
}, 60_000)

test('a flood from one address does not starve others', async () => {
  const email = newEmail()
  await signUp({ email, password }, from('8.8.8.1'))
  const flood = Array.from({ length: 20 }, () =>
    signIn({ email: newEmail(), password }, from('8.8.8.8')),
  )
  const honest = signIn({ email, password }, from('8.8.8.2'))
  expect((await honest).status).toBe(200)
  const codes = (await Promise.all(flood)).map(({ status }) => status)
  expect(codes.filter((code) => code === 429).length).toBeGreaterThanOrEqual(10)
}, 60_000)
