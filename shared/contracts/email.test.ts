import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { Email } from './email.ts'

const parsed = (text: string) => {
  const result = v.safeParse(Email, text)
  return result.success ? result.output : null
}

test.each([
  ["o'brien@example.ie", "o'brien@example.ie"],
  [' Ann@Example.COM ', 'ann@example.com'],
  ['a.b+c&d=e@sub.example.co.uk', 'a.b+c&d=e@sub.example.co.uk'],
  ["!#$%&'*+/=?^_`{|}~-@example.com", "!#$%&'*+/=?^_`{|}~-@example.com"],
  ['a..b@example.com', 'a..b@example.com'],
  ['me@localhost', 'me@localhost'],
  ['user@müller.example', 'user@xn--mller-kva.example'],
  ['user@MÜLLER.example', 'user@xn--mller-kva.example'],
  ['user@例え。テスト', 'user@xn--r8jz45g.xn--zckzah'],
])('%p is parsed as %p', (text, address) => {
  expect(parsed(text)).toBe(address)
})

test.each([
  '',
  '@example.com',
  'name@',
  'name',
  'a b@example.com',
  'a@b@example.com',
  'name@exa mple.com',
  'name@-example.com',
  'name@example..com',
  'name@müller.example/path',
  'name@müller.example?x',
  'jörg@example.com',
  // The Kelvin sign is a small k once it is in lower case.
  '\u212Aate@example.com',
  'a\u0000@example.com',
  'a@example.com\nb',
  `${'a'.repeat(250)}@example.com`,
])('%p is not an email address', (text) => {
  expect(parsed(text)).toBeNull()
})
