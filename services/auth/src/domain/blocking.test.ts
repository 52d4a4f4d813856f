import { expect, test } from 'bun:test'
import { actOn, blockOf, refuseBlocked, type StaffAct } from './blocking.ts'

const block: StaffAct = { act: 'block', reason: 'Spam', by: 'staff', at: new Date() }
const unblock: StaffAct = { ...block, act: 'unblock', reason: 'A mistake' }

test('an account is blocked and unblocked, and keeps both acts', () => {
  const blocked = actOn({ role: 'user' }, block)
  expect(blocked).toEqual({ isBlocked: true, acts: [block] })
  const user = { role: 'user', ...blocked } as const
  expect(actOn(user, unblock)).toEqual({ isBlocked: false, acts: [block, unblock] })
  expect(blockOf(user)).toEqual(block)
})

test('repeating an act changes nothing', () => {
  expect(actOn({ role: 'user', isBlocked: true }, block)).toBeNull()
  expect(actOn({ role: 'user' }, unblock)).toBeNull()
})

test('staff cannot be blocked', () => {
  expect(() => actOn({ role: 'admin' }, block)).toThrow('Staff cannot be blocked')
})

test('only the newest acts are kept', () => {
  const acts = Array.from({ length: 50 }, (_, i) => ({ ...block, reason: String(i) }))
  expect(actOn({ role: 'user', acts }, block)?.acts).toEqual([...acts.slice(1), block])
})

test('a blocked account is refused', () => {
  expect(() => refuseBlocked({ isBlocked: true })).toThrow('This account is blocked')
  expect(() => refuseBlocked({ isBlocked: false })).not.toThrow()
  expect(() => refuseBlocked({})).not.toThrow()
})
