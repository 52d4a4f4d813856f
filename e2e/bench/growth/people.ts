/** Everyone sells this many products and buys this many times at every size: what grows is the number of people. */
const PRODUCTS_OF_EACH = 200
const ORDERS_OF_EACH = 20

export interface Person {
  id: string
  email: string
}

type Kind = 'product' | 'order' | 'payment' | 'message' | 'person'

const FIRST_AT_S = Date.UTC(2025, 0) / 1000

/** The id of the nth of a kind, the same at every size. */
export function idOf(kind: Kind, n: number): string {
  const seconds = (FIRST_AT_S + n).toString(16).padStart(8, '0')
  return seconds + Bun.hash(`${kind} ${n}`).toString(16).padStart(16, '0')
}

/** Each is half a minute newer than the one before. */
export const timeOf = (n: number) => new Date((FIRST_AT_S + 30 * n) * 1000)

/** A number from 0 to 1 that depends on nothing but its arguments. */
export const chance = (what: string, n: number) =>
  Number(BigInt.asUintN(32, Bun.hash(`${what} ${n}`))) / 2 ** 32

/** The seller of the nth product; the first person is the one who asks for lists. */
export const sellerOf = (first: Person, n: number) => personAt(first, n / PRODUCTS_OF_EACH)

/** The buyer of the nth order. */
export const buyerOf = (first: Person, n: number) => personAt(first, n / ORDERS_OF_EACH)

function personAt(first: Person, position: number): Person {
  const n = Math.floor(position)
  return n === 0 ? first : { id: idOf('person', n), email: `person${n}@example.com` }
}
