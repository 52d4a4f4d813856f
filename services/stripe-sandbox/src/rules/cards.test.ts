import { describe, expect, test } from 'bun:test'
import { brandOf, hasValidCheckDigit } from './card-number.ts'
import { behaviorOf, cardErrorOf, type Card } from './cards.ts'
import { testCard } from './test-tokens.ts'

const today = new Date('2026-11-23T12:00:00Z')
const good: Card = { number: '4242424242424242', expMonth: 12, expYear: 2030, cvc: '123' }
const codeOf = (change: Partial<Card>) => cardErrorOf({ ...good, ...change }, today)?.details.code

describe('a raw card', () => {
  test('is accepted when valid', () => {
    expect(cardErrorOf(good, today)).toBeNull()
    expect(cardErrorOf({ ...good, expMonth: 11, expYear: 2026 }, today)).toBeNull()
    expect(cardErrorOf({ ...good, number: '378282246310005', cvc: '1234' }, today)).toBeNull()
  })

  test.each([
    [{ number: '4242424242424241' }, 'incorrect_number'],
    [{ number: '42424242' }, 'incorrect_number'],
    [{ number: '424242424242424x' }, 'incorrect_number'],
    [{ expMonth: 13 }, 'invalid_expiry_month'],
    [{ expMonth: 0 }, 'invalid_expiry_month'],
    [{ expMonth: 10, expYear: 2026 }, 'invalid_expiry_month'],
    [{ expYear: 2025 }, 'invalid_expiry_year'],
    [{ expYear: 2077 }, 'invalid_expiry_year'],
    [{ cvc: '12' }, 'invalid_cvc'],
    [{ cvc: '1234' }, 'invalid_cvc'],
  ])('%j is refused with %s', (change, code) => {
    expect(codeOf(change)).toBe(code)
    expect(cardErrorOf({ ...good, ...change }, today)?.status).toBe(402)
  })

  test('one wrong digit anywhere breaks the check digit', () => {
    for (let place = 0; place < 16; place++) {
      const digits = Array.from(good.number)
      digits[place] = String((Number(digits[place]) + 1) % 10)
      expect(hasValidCheckDigit(digits.join(''))).toBe(false)
    }
  })
})

test.each([
  ['4242424242424242', 'visa'],
  ['5555555555554444', 'mastercard'],
  ['2223003122003222', 'mastercard'],
  ['378282246310005', 'amex'],
  ['6011111111111117', 'discover'],
  ['3056930009020004', 'diners'],
  ['3566002020360505', 'jcb'],
  ['6200000000000005', 'unionpay'],
])('%s is a card of %s and pays', (number, brand) => {
  expect(brandOf(number)).toBe(brand)
  expect(hasValidCheckDigit(number)).toBe(true)
  expect(behaviorOf(number)).toEqual({ authenticate: false, decline: null })
})

test('declines numbers that are not test cards', () => {
  expect(behaviorOf('4111111111111111').decline?.decline_code).toBe('test_mode_live_card')
})

test.each([
  ['tok_visa', '4242424242424242'],
  ['tok_chargeDeclinedInsufficientFunds', '4000000000009995'],
  ['pm_card_visa', '4242424242424242'],
  ['pm_card_chargeDeclined', '4000000000000002'],
  ['pm_card_visa_chargeDeclined', '4000000000000002'],
  ['pm_card_authenticationRequired', '4000002760003184'],
])('%s stands for %s', (id, number) => {
  expect(testCard(id, today)?.number).toBe(number)
  expect(cardErrorOf(testCard(id, today) ?? good, today)).toBeNull()
})

test.each(['tok_unknown', 'pm_visa', 'tok_card_visa', 'tok_1NabcVISA', 'visa', ''])(
  '%p is not a built-in card',
  (id) => {
    expect(testCard(id, today)).toBeNull()
  },
)
