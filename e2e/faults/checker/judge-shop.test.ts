import { expect, test } from 'bun:test'
import type { Facts } from './facts.ts'
import { judgeShop } from './judge-shop.ts'
import { differences, set, tell, the } from './testing/cases.ts'
import { consistentFixture, stock } from './testing/consistent-fixture.ts'

const STOCK = 'the stock is what came less what was sold'
const lookedAt = (name: string, findings: ReturnType<typeof judgeShop>) =>
  the(findings, name).looked

test('a calm shop has no differences, and every check has looked at something', () => {
  expect(differences(() => {})).toEqual({})
  const idle = judgeShop(consistentFixture()).filter(({ looked }) => looked === 0)
  expect(idle.map(({ name }) => name)).toEqual(['0 events were put aside'])
})

test('of events that were to be put aside none may be missing, nor may there be more', () => {
  const name = '2 events were put aside'
  const expectations = { expectedDeadLetters: 2 }
  const put = (...letters: string[]) =>
    differences(({ deadLetters }) => deadLetters.push(...letters), expectations)
  expect(put('a', 'b')).toEqual({})
  expect(put('a')).toEqual({ [name]: ['1 instead of 2'] })
  expect(put('a', 'b', 'c')).toEqual({ [name]: ['a', 'b', 'c'] })
})

test('after the broker lost its store, what the log tells is left out', () => {
  const facts = { ...consistentFixture(), log: null }
  set(the(facts.outboxes, 'paid'), { eventId: 'lost' })
  const findings = judgeShop(facts)
  expect(findings.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(findings.map(({ name }) => name)).not.toContain('orders were told')
  expect(lookedAt(STOCK, findings)).toBe(0)
})

test('who knows how much there was at first needs no log', () => {
  const facts = { ...consistentFixture(), log: null }
  const right = judgeShop(facts, { putIn: new Map([['teapot', 11]]) })
  expect(lookedAt(STOCK, right)).toBe(1)
  expect(right.flatMap(({ wrong }) => wrong)).toEqual([])
  const wrong = judgeShop(facts, { putIn: new Map([['teapot', 12]]) })
  expect(the(wrong, STOCK).wrong).toEqual(['teapot: 9 instead of 10'])
})

test('a product whose quantity its seller edited is left out, for no ledger has that', () => {
  const edited = consistentFixture()
  tell(edited, 'product:updated', stock(20, 6), 'seller')
  for (const thing of [edited.products[0], ...Object.values(edited.copies).map(copyOf)])
    set(thing, { available: 20, version: 6 })
  set(edited.products[0], { quantity: 20 })
  const findings = judgeShop(edited)
  expect(findings.flatMap(({ wrong }) => wrong)).toEqual([])
  expect(lookedAt(STOCK, findings)).toBe(0)
})

const copyOf = (copies: ReturnType<typeof consistentFixture>['copies']['cart']) =>
  copies.get('teapot')

test('judges only the orders and products that were chosen', () => {
  const only = { orders: new Set(['paid']), products: new Set<string>() }
  const happens = ({ intents, orders, products, channels, deadLetters, outboxes }: Facts) => {
    set(the(intents, 'void'), { authorised: 2500 })
    set(orders.get('back'), { status: 'Complete' })
    set(products[0], { available: 3 })
    set(channels[0]?.members[0], { pending: 1 })
    deadLetters.push('x')
    outboxes.push({ ...the(outboxes, 'paid'), documentId: 'void', n: 0 })
  }
  expect(Object.keys(differences(happens)).length).toBeGreaterThan(5)
  expect(differences(happens, { only })).toEqual({})
  const isBroken = ({ orders }: Facts) => set(orders.get('paid'), { status: 'Created' })
  expect(Object.keys(differences(isBroken, { only }))).toContain('order and payment agree')
})
