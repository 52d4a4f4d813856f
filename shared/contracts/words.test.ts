import { expect, test } from 'bun:test'
import fc from 'fast-check'
import { searchPrefixes, titleWords, wordsOf } from './words.ts'

test.each([
  ['Teapot, raspberry glaze', ['TEAPOT', 'RASPBERRY', 'GLAZE']],
  ['Café CRÈME', ['CAFE', 'CREME']],
  ['Straße GROẞ', ['STRASSE', 'GROSS']],
  ['T-shirt (350 ml)', ['T', 'SHIRT', '350', 'ML']],
  ['Woman’s hat', ['WOMANS', 'HAT']],
  ['Ελλάς 東京 ﬁne', ['ΕΛΛΑΣ', '東京', 'FINE']],
  ['Łódź smørrebrød Đặng', ['LODZ', 'SMORREBROD', 'DANG']],
  ['Æsir œuvre Þing Ðór', ['AESIR', 'OEUVRE', 'THING', 'DOR']],
  ['ılık İstanbul', ['ILIK', 'ISTANBUL']],
  ['Tea\u00adpot', ['TEAPOT']],
  ['任天堂switch', ['任天堂', 'SWITCH']],
  ['.* ^$ [a-z]+ \\d', ['A', 'Z', 'D']],
  ['!?', []],
  ['% ❤️ 👩‍🎨', []],
])('the words of %p are %p', (text, words) => expect(wordsOf(text)).toEqual(words))

test('the words of any text contain only letters, digits and their marks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
      expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text))
    }),
  )
})

/** Matches a title like the database does. */
function isFound(title: string, q: string): boolean {
  const words = titleWords(wordsOf(title))
  return searchPrefixes(wordsOf(q)).every((prefix) => words.some((word) => word.startsWith(prefix)))
}

test.each([
  ['日本製の美しい急須セット', '急須', true],
  ['日本製の美しい急須セット', '美しい急須', true],
  ['日本製の美しい急須セット', '日本製の美しい急須セット', true],
  ['日本製の美しい急須セット', '花瓶', false],
  ['手工陶瓷茶壶', '茶壶', true],
  ['手工陶瓷茶壶', '壶茶', false],
  ['กล้องถ่ายรูปเก่า', 'ถ่ายรูป', true],
  ['カラス', 'ガラス', false],
  ['ガラスの花瓶', 'ｶﾞﾗｽ', true],
  ['한국 도자기', '도자', true],
  ['Teapot', 'pot', false],
])('the title %p matches %p: %p', (title, q, expected) => expect(isFound(title, q)).toBe(expected))

test('a title without spaces matches any part of it', () => {
  const unspaced = fc.string({
    unit: fc.constantFrom(...Array.from('東京都日本のガラスー')),
    minLength: 1,
  })
  fc.assert(
    fc.property(unspaced, unspaced, unspaced, (before, part, after) => {
      expect(isFound(before + part + after, part)).toBe(true)
    }),
  )
})
