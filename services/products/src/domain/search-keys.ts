import type { Product } from './product.ts'

/** What products are found and put in order by: stored beside them, so that indexes can hold it. */
export interface SearchKeys {
  /** Each word of the title, once. */
  words: string[]
  /** Each order's key ends with the id: no two are equal, and a page begins behind a single value. */
  newest: string
  price: string
  title: string
}

const MAX_TITLE_KEY = 200
const APOSTROPHES_AND_ACCENTS = /['’ʼ\p{M}]/gu

/** The words of a text, as they are compared: without case, accents and punctuation. */
export function wordsOf(text: string): string[] {
  // Upper case, because it has one form of what lower case has two of: ß and ss, ς and σ.
  const folded = text.normalize('NFKD').replaceAll(APOSTROPHES_AND_ACCENTS, '').toUpperCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The keys of a product. */
export function searchKeysOf({ id, title, price, createdAt }: Product): SearchKeys {
  const newest = String(createdAt.getTime()).padStart(15, '0') + id
  return { newest, ...titleKeys(title, id), ...priceKeys(price, id) }
}

/** The keys that follow from a title. */
export function titleKeys(title: string, id: string): Pick<SearchKeys, 'words' | 'title'> {
  const words = wordsOf(title)
  // A tab comes before the spaces between words, so that a title stands before its continuations.
  const key = `${words.join(' ').slice(0, MAX_TITLE_KEY)}\t${id}`
  return { words: [...new Set(words)], title: key }
}

/** The key that follows from a price in minor units. */
export function priceKeys(price: number, id: string): Pick<SearchKeys, 'price'> {
  return { price: priceKey(price) + id }
}

/** What the keys of a price, in minor units, begin with. */
export function priceKey(price: number): string {
  return String(price).padStart(8, '0')
}
