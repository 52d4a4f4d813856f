import { MAX_LINES, MAX_PER_LINE, ShopError, invalid } from '@shop/shared/contracts'

/** A line of a cart; `seenPrice` is the price in minor units that the owner has accepted. */
export interface Line {
  productId: string
  quantity: number
  seenPrice: number
}

/** A copied product; the price is in minor units. */
export interface Product {
  id: string
  title: string
  price: number
  available: number
  archived: boolean
  picture: string | null
  /** Copies of earlier versions have none until the product changes. */
  sellerId?: string
}

export type Bought = Pick<Line, 'productId' | 'quantity'>

export type Drift = 'price' | 'short' | 'gone'

/** The most serious change of a line since its owner set it. */
export function driftOf(line: Line, product: Product | undefined): Drift | undefined {
  if (product === undefined || product.archived || product.available === 0) return 'gone'
  if (product.available < line.quantity) return 'short'
  return product.price === line.seenPrice ? undefined : 'price'
}

/** The lines with the product's line set, at its current price. */
export function setLine(lines: Line[], { id, price }: Product, quantity: number): Line[] {
  const line = { productId: id, quantity, seenPrice: price }
  if (quantityIn(lines, id) > 0) return lines.map((old) => (old.productId === id ? line : old))
  if (lines.length >= MAX_LINES)
    throw new ShopError('validation', `A cart holds at most ${MAX_LINES} products`)
  return [...lines, line]
}

/** The lines with more of the product; throws `sold-out` or `validation` when that is too much. */
export function addToLine(lines: Line[], product: Product, add: number): Line[] {
  const { id, available } = product
  const had = quantityIn(lines, id)
  const wanted = had + add
  if (wanted > available)
    throw new ShopError('sold-out', shortageText(available, had), {
      members: { short: [{ productId: id, wanted, available }] },
    })
  if (wanted > MAX_PER_LINE)
    throw invalid(`At most ${MAX_PER_LINE} of one product; your cart already has ${had}`, 'add')
  return setLine(lines, product, wanted)
}

function shortageText(available: number, had: number): string {
  if (available === 0) return 'This product is sold out'
  if (had === 0) return `Only ${available} available`
  return had < available
    ? `Only ${available} available, and your cart has ${had}`
    : `Only ${available} available, all in your cart`
}

const quantityIn = (lines: Line[], id: string) =>
  lines.find(({ productId }) => productId === id)?.quantity ?? 0

export function removeLine(lines: Line[], productId: string): Line[] {
  return lines.filter((line) => line.productId !== productId)
}

/** The lines minus what was bought, never below zero. */
export function subtract(lines: Line[], bought: Bought[]): Line[] {
  const amountOf = (id: string) =>
    bought
      .filter(({ productId }) => productId === id)
      .reduce((sum, { quantity }) => sum + quantity, 0)
  return lines
    .map((line) => ({ ...line, quantity: line.quantity - amountOf(line.productId) }))
    .filter(({ quantity }) => quantity > 0)
}

/** Merges two carts, up to the limits of a cart; equal products add up at the price the user accepted. */
export function fold(lines: Line[], guestLines: Line[]): Line[] {
  const folded = lines.map((line) => {
    const same = guestLines.find(({ productId }) => productId === line.productId)
    const quantity = Math.min(MAX_PER_LINE, line.quantity + (same?.quantity ?? 0))
    return { ...line, quantity }
  })
  const known = new Set(lines.map(({ productId }) => productId))
  const others = guestLines.filter(({ productId }) => !known.has(productId))
  return [...folded, ...others].slice(0, Math.max(MAX_LINES, lines.length))
}

/** The current total in minor units, without lines that are gone. */
export function totalOf(lines: Line[], products: Map<string, Product>): number {
  return lines.reduce((sum, line) => {
    const product = products.get(line.productId)
    return driftOf(line, product) === 'gone' ? sum : sum + (product?.price ?? 0) * line.quantity
  }, 0)
}
