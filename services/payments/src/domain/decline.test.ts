import { expect, test } from 'bun:test'
import { knownDecline, publicDecline } from './decline.ts'

test.each(['stolen_card', 'lost_card', 'fraudulent', 'pickup_card'])(
  'a %s is reported as a generic decline',
  (code) => {
    const published = { code: 'generic_decline', message: 'Your card was declined.' }
    expect(publicDecline(code, `Your card is a ${code}.`)).toEqual(published)
  },
)

test('a decline that the payer can fix is reported', () => {
  const decline = { code: 'insufficient_funds', message: 'Your card has insufficient funds.' }
  expect(publicDecline(decline.code, decline.message)).toEqual(decline)
})

test('a known code is counted, any other as one kind', () => {
  expect(knownDecline('stolen_card')).toBe('stolen_card')
  expect(knownDecline('insufficient_funds')).toBe('insufficient_funds')
  for (const code of ['', 'Do Not Honor', 'bank_4711']) expect(knownDecline(code)).toBe('other')
})
