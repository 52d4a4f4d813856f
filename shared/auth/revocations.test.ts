import { expect, test } from 'bun:test'
import { createRevocations } from './revocations.ts'

const soon = Date.now() / 1000 + 3600
const past = Date.now() / 1000 - 1
const session = { sid: 'one', sub: 'ann', auth_time: 1000.5 }

test('revoking a session by its id leaves the user’s other sessions alone', () => {
  const { add, isRevoked } = createRevocations()
  add({ sid: 'one', userId: 'ann', before: 2000, exp: soon })
  expect(isRevoked(session)).toBe(true)
  expect(isRevoked({ ...session, sid: 'two' })).toBe(false)
})

test('revoking a user ends the sessions that began before, to the fraction of a second', () => {
  const { add, isRevoked } = createRevocations()
  add({ userId: 'ann', before: 1000.75, exp: soon })
  expect(isRevoked(session)).toBe(true)
  expect(isRevoked({ ...session, auth_time: 1000.749 })).toBe(true)
  expect(isRevoked({ ...session, auth_time: 1000.75 })).toBe(false)
  expect(isRevoked({ ...session, auth_time: 1000.9 })).toBe(false)
  expect(isRevoked({ ...session, sub: 'bob' })).toBe(false)
})

test('a token with whole seconds does not count as a later session', () => {
  const { add, isRevoked } = createRevocations()
  add({ userId: 'ann', before: 1000.75, exp: soon })
  expect(isRevoked({ ...session, auth_time: 1000 })).toBe(true)
})

test('the latest revocation of a user counts, whatever is redelivered after it', () => {
  const { add, isRevoked } = createRevocations()
  for (const before of [1000, 3000, 2000]) add({ userId: 'ann', before, exp: soon })
  expect(isRevoked({ ...session, auth_time: 2500 })).toBe(true)
})

test('expired revocations are removed, others kept', () => {
  const { add, isRevoked } = createRevocations()
  add({ sid: 'one', userId: 'ann', before: 2000, exp: past })
  add({ userId: 'bob', before: 2000, exp: past })
  add({ sid: 'three', userId: 'cid', before: 2000, exp: soon })
  add({ userId: 'cid', before: 2000, exp: soon })
  expect(isRevoked(session)).toBe(false)
  expect(isRevoked({ sid: 'two', sub: 'bob', auth_time: 1 })).toBe(false)
  expect(isRevoked({ sid: 'three', sub: 'dan', auth_time: 1 })).toBe(true)
  expect(isRevoked({ sid: 'four', sub: 'cid', auth_time: 1 })).toBe(true)
})

test('a revocation from the future is ignored', () => {
  const { add, isRevoked } = createRevocations()
  add({ userId: 'ann', before: Date.now() / 1000 + 3600, exp: soon })
  expect(isRevoked({ ...session, auth_time: Date.now() / 1000 })).toBe(false)
})
