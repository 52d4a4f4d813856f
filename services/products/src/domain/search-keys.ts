import type { Product } from './product.ts'
import { titleWords, wordsOf } from './words.ts'

/** What products are found and put in order by: stored beside them, so that indexes can hold it. */
export interface SearchKeys {
  /** What the title is found by: see `titleWords`. */
  words: string[]
  /** Which rules made these keys; keys of earlier rules are made again. */
  edition: number
  /** Each order's key ends with the id: no two are equal, and a page begins behind a single value. */
  newest: string
  price: string
  title: string
}

/** Goes up by one when the keys of a title change. */
export const EDITION = 2

const MAX_TITLE_KEY = 200

/** The keys of a product. */
export function searchKeysOf({ id, title, price, createdAt }: Product): SearchKeys {
  const newest = String(createdAt.getTime()).padStart(15, '0') + id
  return { newest, ...titleKeys(title, id), ...priceKeys(price, id) }
}

/** The keys that follow from a title. */
export function titleKeys(
  title: string,
  id: string,
): Pick<SearchKeys, 'words' | 'title' | 'edition'> {
  const words = wordsOf(title)
  // A tab comes before the spaces between words, so that a title stands before its continuations.
  const key = `${words.join(' ').slice(0, MAX_TITLE_KEY)}\t${id}`
  return { words: titleWords(words), title: key, edition: EDITION }
}

/** The key that follows from a price in minor units. */
export function priceKeys(price: number, id: string): Pick<SearchKeys, 'price'> {
  return { price: priceKey(price) + id }
}

/** What the keys of a price, in minor units, begin with. */
export function priceKey(price: number): string {
  return String(price).padStart(8, '0')
}
