import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newId, newUser } from '@shop/shared/testing'
import { startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth
beforeAll(async () => (service = await startTestAuth()))
afterAll(() => service.stop())

const staff = newUser('admin')
const list = (query: string, as = staff) => service.call('GET', `/api/users?${query}`, { as })
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id)

async function allPages(query: string): Promise<string[]> {
  const ids: string[] = []
  let cursor = ''
  do {
    const { body } = await list(`${query}&limit=2${cursor}`)
    ids.push(...idsOf(body.items))
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`
  } while (cursor !== '')
  return ids
}

test('GET /api/users finds accounts by id and by the beginning of the email address', async () => {
  const { id, email } = await service.newAccount()
  const shown = { id, email, verified: false, role: 'user', isBlocked: false, acts: [] }
  for (const q of [id, email, email.slice(0, 12), email.toUpperCase()]) {
    const { status, body } = await list(`q=${encodeURIComponent(q)}`)
    expect([status, body.nextCursor]).toEqual([200, null])
    expect(body.items).toEqual([{ ...shown, since: expect.any(String) }])
  }
  for (const q of [newId(), 'nobody@', '.*'])
    expect((await list(`q=${encodeURIComponent(q)}`)).body.items).toEqual([])
})

test('GET /api/users lists everybody page by page, newest first, or only blocked accounts', async () => {
  const accounts = []
  for (let i = 0; i < 5; i += 1) accounts.unshift(await service.newAccount())
  const all = await allPages('')
  expect(all.slice(0, 5)).toEqual(idsOf(accounts))
  expect(new Set(all).size).toBe(all.length)
  const blocked = accounts.slice(1, 4)
  for (const { id } of blocked)
    await service.call('POST', `/api/users/${id}/block`, { as: staff, json: { reason: 'Spam' } })
  expect(await allPages('blocked=true')).toEqual(idsOf(blocked))
})

test('the beginning of an address is paged by address', async () => {
  const prefix = `${newId()}-`
  const emails = ['c', 'a', 'b'].map((letter) => `${prefix}${letter}@example.com`)
  for (const email of emails)
    await service.call('POST', '/api/users/signup', { json: { email, password: 'correct horse' } })
  const { body } = await list(`q=${prefix}`)
  const found = body.items.map(({ email }: { email: string }) => email)
  expect(found).toEqual(emails.toSorted())
  expect(await allPages(`q=${prefix}`)).toEqual(idsOf(body.items))
})

test('no search of accounts scans the collection', async () => {
  const users = service.db.collection('users')
  const searches = [
    users.find({ isBlocked: true }).sort({ _id: -1 }),
    users.find({ email: { $gte: 'a', $lt: 'a\uffff' } }).sort({ email: 1 }),
    users.find({}).sort({ _id: -1 }),
  ]
  for (const search of searches) {
    const { queryPlanner } = await search.limit(2).explain('queryPlanner')
    const plan = JSON.stringify(queryPlanner.winningPlan)
    expect(plan).toContain('IXSCAN')
    expect(plan).not.toContain('"SORT"')
  }
})

test('GET /api/users returns 400 for a bad query, and is for staff only', async () => {
  for (const query of ['limit=0', 'cursor=x', 'q=', 'blocked=1', 'page=2', `q=${'x'.repeat(255)}`])
    expect((await list(query)).status).toBe(400)
  expect((await service.call('GET', '/api/users')).status).toBe(401)
  for (const role of ['guest', 'user'] as const)
    expect((await list('', newUser(role))).status).toBe(403)
})
