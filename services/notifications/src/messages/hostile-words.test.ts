import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { composeExample } from '../testing/compose-example.ts'
import { KINDS, WORDS } from '../testing/messages.ts'

const PIECES = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</style><style>',
  '&lt;b&gt;',
  "' onclick='x",
  '\r\nBcc: everybody@evil.example\r\n\r\n',
  'https://evil.example/login',
  'www.evil.example',
  'pay@evil.example',
  'javascript:alert(1)',
  '\u202Egpj.exe',
  '\u2028',
  '\0',
  'x'.repeat(300),
]
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme' })), { minLength: 1 })
  .map((parts) => parts.join(' '))
  // A note without words has no paragraph.
  .filter((words) => words !== '')

const kinds = fc.constantFrom(...KINDS)
const tagsOf = (html: string) => [...html.matchAll(/<\/?([a-z!]\w*)/g)].map(([, tag]) => tag)
const hrefsOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
const PLAIN = { ...WORDS, title: 'a', name: 'b', note: 'c' }

test('no words of people change the markup or the links of a mail', () => {
  fc.assert(
    fc.property(kinds, hostile, hostile, (kind, words, shop) => {
      const mail = composeExample(kind, { ...WORDS, title: words, name: words, note: words }, shop)
      const plain = composeExample(kind, PLAIN, 'd')
      expect(tagsOf(mail.html)).toEqual(tagsOf(plain.html))
      expect(hrefsOf(mail.html)).toEqual(hrefsOf(plain.html))
    }),
  )
})

test('no words of people become links in a mail program', () => {
  fc.assert(
    fc.property(kinds, hostile, hostile, (kind, words, shop) => {
      const mail = composeExample(kind, { ...WORDS, title: words, name: words, note: words }, shop)
      for (const text of [mail.html, mail.text])
        expect(text).not.toMatch(/evil\.example|@evil|https:\/\/evil|www\.evil/)
    }),
  )
})

test('no words of people break the subject or begin a header', () => {
  fc.assert(
    fc.property(kinds, hostile, (kind, shop) => {
      const { subject } = composeExample(kind, PLAIN, shop)
      expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u)
      expect(subject.length).toBeLessThanOrEqual(60)
    }),
  )
})
