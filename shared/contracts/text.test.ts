import { describe, expect, test } from 'bun:test'
import * as v from 'valibot'
import { multilineText, optionalText, visibleText } from './text.ts'

const parsedBy = (schema: v.GenericSchema) => (text: string) => {
  const result = v.safeParse(schema, text)
  return result.success ? result.output : null
}

const INVISIBLE = {
  'a null': 'a\u0000b',
  'an escape': 'a\u001Bb',
  'a delete': 'a\u007Fb',
  'a control character of Latin 1': 'a\u0085b',
  'a zero-width space': 'a\u200Bb',
  'a soft hyphen': 'a\u00ADb',
  'a right-to-left override': 'a\u202Eb',
  'an isolate': 'a\u2066b',
  'a byte order mark': 'a\uFEFFb',
  'a word joiner': 'a\u2060b',
  'a Hangul filler': 'a\u3164b',
  'a blank Braille cell': 'a\u2800b',
  'a line separator': 'a\u2028b',
  'a tag': 'a\u{E0041}b',
  'a joiner between Latin letters': 'a\u200Db',
  'a joiner at the end': 'न\u200D',
  'half a surrogate pair': 'a\uD800b',
}

describe.each([
  ['a line', parsedBy(visibleText(10))],
  ['an optional line', parsedBy(optionalText(10))],
  ['several lines', parsedBy(multilineText(10))],
])('%s', (_, parsed) => {
  test.each(Object.entries(INVISIBLE))('is rejected with %s', (__, text) => {
    expect(parsed(text)).toBeNull()
  })

  test.each(['Köln', 'שלום', 'می\u200Cخواهم', '👩\u200D👧', '❤\uFE0F', '葛\u{E0100}', "L'œuvre"])(
    'keeps %p',
    (text) => expect(parsed(text)).toBe(text),
  )

  test('is trimmed, composed and limited in length', () => {
    expect(parsed('\u00A0 Cafe\u0301 ')).toBe('Café')
    expect(parsed('x'.repeat(10))).not.toBeNull()
    expect(parsed('x'.repeat(11))).toBeNull()
  })
})

test.each(['', ' ', '\u00A0\u3000', '\u200B', '\u200D', '\uFE0F', '\u0301', '\u115F', '\u2800'])(
  'a line of %p is rejected',
  (text) => {
    expect(parsedBy(visibleText(10))(text)).toBeNull()
  },
)

test('an optional line can be empty', () => {
  expect(parsedBy(optionalText(10))('  ')).toBe('')
  expect(parsedBy(optionalText(10))('\uFE0F')).toBeNull()
})

test('every line break becomes one line feed, and tabs stay', () => {
  expect(parsedBy(multilineText(10))('a\r\nb\rc\td\n')).toBe('a\nb\nc\td')
})
