import { expect, test } from 'bun:test'
import { checkFacts } from './check-facts.ts'
import type { Facts } from './facts.ts'
import { differences, set, find, unpublished } from './testing/cases.ts'
import { consistentFixture } from './testing/consistent-fixture.ts'

const STOCK = 'stock equals received minus sold'
const checkedBy = (name: string, findings: ReturnType<typeof checkFacts>) =>
  find(findings, name).checked

test('a consistent shop has no mismatches, and every check covers something', () => {
  expect(differences(() => {})).toEqual({})
  const idle = checkFacts(consistentFixture()).filter(({ checked }) => checked === 0)
  expect(idle.map(({ name }) => name)).toEqual(['no event is unpublished', '0 dead letters'])
})

test('the number of dead letters must be exactly the expected one', () => {
  const name = '2 dead letters'
  const expectations = { expectedDeadLetters: 2 }
  const put = (...deadLetterIds: string[]) =>
    differences(({ deadLetters }) => deadLetters.push(...deadLetterIds), expectations)
  expect(put('a', 'b')).toEqual({})
  expect(put('a')).toEqual({ [name]: ['1 instead of 2'] })
  expect(put('a', 'b', 'c')).toEqual({ [name]: ['a', 'b', 'c'] })
})

test('skips checks of the event log after the broker lost its store', () => {
  const facts = { ...consistentFixture(), log: null }
  const findings = checkFacts(facts)
  expect(findings.flatMap(({ mismatches }) => mismatches)).toEqual([])
  expect(findings.map(({ name }) => name)).not.toContain('order events are published')
})

test('the initial stock is compared with what is known of it', () => {
  const facts = consistentFixture()
  const right = checkFacts(facts, { initialStock: new Map([['teapot', 11]]) })
  expect(checkedBy(STOCK, right)).toBe(1)
  expect(right.flatMap(({ mismatches }) => mismatches)).toEqual([])
  const wrong = checkFacts(facts, { initialStock: new Map([['teapot', 12]]) })
  expect(find(wrong, STOCK).mismatches).toEqual(['teapot: 9 instead of 10'])
})

test('skips the sales of a product that is older than the whole ledger', () => {
  const facts = consistentFixture()
  const opening = { id: 'm', reason: 'opening', delta: 12, after: 9, version: -1 }
  const earlier = { id: 'm1', reason: 'count', delta: -3, after: 8, version: -2 }
  facts.moves.set('teapot', [earlier, opening])
  const findings = checkFacts(facts)
  expect(findings.flatMap(({ mismatches }) => mismatches)).toEqual([])
  expect(checkedBy(STOCK, findings)).toBe(0)
})

test('checks only the orders and products in scope', () => {
  const scope = { orders: new Set(['paid']), products: new Set<string>() }
  const mutate = ({ intents, orders, products, channels, deadLetters, outboxes }: Facts) => {
    set(find(intents, 'void'), { authorised: 2500 })
    set(orders.get('back'), { status: 'Complete' })
    set(products[0], { available: 3 })
    set(channels[0]?.members[0], { pending: 1 })
    deadLetters.push('x')
    outboxes.push(unpublished('void'))
  }
  expect(Object.keys(differences(mutate)).length).toBeGreaterThan(5)
  expect(differences(mutate, { scope })).toEqual({})
  const isBroken = ({ orders }: Facts) => set(orders.get('paid'), { status: 'Created' })
  expect(Object.keys(differences(isBroken, { scope }))).toContain('order and payment agree')
})
