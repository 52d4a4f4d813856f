import { titleWords, wordsOf } from '@shop/shared/contracts'
import type { Product } from './product.ts'

/** Keys for search and sorting, stored with the product so that they can be indexed. */
export interface SearchKeys {
  words: string[]
  /** The version of the rules; keys of earlier editions are rebuilt. */
  edition: number
  /** Each sort key ends with the id: keys are unique, and one value is enough for a cursor. */
  newest: string
  price: string
  title: string
}

/** Increment it when the rules for title keys change. */
export const EDITION = 2

const MAX_TITLE_KEY = 200

export function searchKeysOf({ id, title, price, createdAt }: Product): SearchKeys {
  const newest = String(createdAt.getTime()).padStart(15, '0') + id
  return { newest, ...titleKeys(title, id), ...priceKeys(price, id) }
}

export function titleKeys(
  title: string,
  id: string,
): Pick<SearchKeys, 'words' | 'title' | 'edition'> {
  const words = wordsOf(title)
  // A tab sorts before a space, so that a title comes before its continuations.
  const key = `${words.join(' ').slice(0, MAX_TITLE_KEY)}\t${id}`
  return { words: titleWords(words), title: key, edition: EDITION }
}

export function priceKeys(price: number, id: string): Pick<SearchKeys, 'price'> {
  return { price: priceKey(price) + id }
}

export function priceKey(price: number): string {
  return String(price).padStart(8, '0')
}
