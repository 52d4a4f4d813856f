import { ShopError } from '@shop/shared/contracts'

/** A line of a cart; `seenPrice` is the price in minor units that its owner has accepted. */
export interface Line {
  productId: string
  quantity: number
  seenPrice: number
}

/** A product as the cart knows it; the price is in minor units. */
export interface Product {
  id: string
  title: string
  price: number
  available: number
  archived: boolean
  picture: string | null
}

/** How many of a product a payment was for. */
export type Bought = Pick<Line, 'productId' | 'quantity'>

export type Drift = 'price' | 'short' | 'gone'

const MAX_QUANTITY = 99

/** What has changed about a line since its owner set it; the gravest change counts. */
export function driftOf(line: Line, product: Product | undefined): Drift | undefined {
  if (product === undefined || product.archived || product.available === 0) return 'gone'
  if (product.available < line.quantity) return 'short'
  return product.price === line.seenPrice ? undefined : 'price'
}

/** The lines with one of them set: what is set is accepted at the price of now. */
export function setLine(lines: Line[], line: Line, maxLines: number): Line[] {
  const others = lines.filter(({ productId }) => productId !== line.productId)
  if (others.length === lines.length)
    return others.length < maxLines ? [...lines, line] : refuseMore(maxLines)
  return lines.map((old) => (old.productId === line.productId ? line : old))
}

function refuseMore(maxLines: number): never {
  throw new ShopError('validation', `A cart holds at most ${maxLines} products`)
}

/** The lines without one of them. */
export function removeLine(lines: Line[], productId: string): Line[] {
  return lines.filter((line) => line.productId !== productId)
}

/** The lines without what was bought; more than was in the cart takes nothing else. */
export function subtract(lines: Line[], bought: Bought[]): Line[] {
  const amountOf = (id: string) =>
    bought
      .filter(({ productId }) => productId === id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return lines
    .map((line) => ({ ...line, quantity: line.quantity - amountOf(line.productId) }))
    .filter(({ quantity }) => quantity > 0)
}

/** The lines of two carts in one; what both hold adds up, the user's accepted price stays. */
export function fold(lines: Line[], guestLines: Line[]): Line[] {
  const folded = lines.map((line) => {
    const same = guestLines.find(({ productId }) => productId === line.productId)
    const quantity = Math.min(MAX_QUANTITY, line.quantity + (same?.quantity ?? 0))
    return { ...line, quantity }
  })
  const known = new Set(lines.map(({ productId }) => productId))
  return [...folded, ...guestLines.filter(({ productId }) => !known.has(productId))]
}

/** What the cart costs now, in minor units; what is gone costs nothing. */
export function totalOf(lines: Line[], products: Map<string, Product>): number {
  return lines.reduce((sum, line) => {
    const product = products.get(line.productId)
    return driftOf(line, product) === 'gone' ? sum : sum + (product?.price ?? 0) * line.quantity
  }, 0)
}
