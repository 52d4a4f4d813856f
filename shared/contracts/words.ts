/** Letters that Unicode decomposition does not reduce to ASCII. */
const LETTERS: Record<string, string> = {
  Æ: 'AE',
  Œ: 'OE',
  Þ: 'TH',
  Ð: 'D',
  Đ: 'D',
  Ɖ: 'D',
  Ħ: 'H',
  Ł: 'L',
  Ŋ: 'N',
  Ø: 'O',
  Ŧ: 'T',
  Ɨ: 'I',
  Ƀ: 'B',
  Ǥ: 'G',
  Ƶ: 'Z',
  Ə: 'E',
  ẞ: 'SS',
}
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu')

/** Accents and vowel points, but not the marks that form other letters in Japanese, Thai or Hindi. */
const ACCENTS =
  /[[\p{M}&&[\p{sc=Inherited}\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Cyrillic}]]--[\u3099\u309a]]/gv
/** Apostrophes and zero-width characters, which do not separate words. */
const INVISIBLE = /['’‘ʼʻ`\p{Cf}]/gu

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu
/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]+/v
const RUNS = new RegExp(`(${UNSPACED.source})`, 'v')

/** The longest key of an unspaced run. */
const GRAM = 4

/** The words of a text, normalized: without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  // Upper case, because it unifies ß with ss and ς with σ.
  const folded = text
    .normalize('NFKD')
    .replaceAll(INVISIBLE, '')
    .replaceAll(ACCENTS, '')
    .toUpperCase()
    .replaceAll(SPECIAL_LETTERS, (letter) => LETTERS[letter] ?? letter)
  return (folded.match(WORD) ?? []).flatMap((word) => word.split(RUNS).filter(Boolean))
}

/** The search keys of a title: its words, and the n-grams of unspaced runs. */
export function titleWords(words: readonly string[]): string[] {
  const keys = words.flatMap((word) => {
    if (!UNSPACED.test(word)) return [word]
    const characters = charactersOf(word)
    return characters.map((_, at) => characters.slice(at, at + GRAM).join(''))
  })
  return [...new Set(keys)]
}

/** The prefixes that a title must have among its keys to match these words. */
export function searchPrefixes(words: readonly string[]): string[] {
  const prefixes = words.flatMap((word) => {
    if (!UNSPACED.test(word)) return [word]
    const characters = charactersOf(word)
    const last = Math.max(0, characters.length - GRAM)
    const starts = [...Array.from({ length: Math.ceil(last / GRAM) }, (_, n) => n * GRAM), last]
    return starts.map((at) => characters.slice(at, at + GRAM).join(''))
  })
  return [...new Set(prefixes)]
}

const charactersOf = (word: string) => Array.from(word.normalize('NFC'))
