import {
  MAXIMUM_TOTAL,
  MAX_PER_LINE,
  MINIMUM_TOTAL,
  ShopError,
  invalid,
  notFound,
  shippingFor,
  toDecimal,
  type Address,
  type PlaceOrderBody,
} from '@shop/shared/contracts'

/** A copied product; the price is in minor units. */
export interface Product {
  id: string
  title: string
  price: number
  available: number
  archived: boolean
  sellerId: string
  picture: string | null
}

/** A line item: a snapshot of the product at order time; the price is in minor units. */
export interface OrderLine {
  productId: string
  title: string
  price: number
  quantity: number
  sellerId: string
  picture: string | null
}

/** A new order; amounts in minor units. */
export interface NewOrder {
  userId: string
  items: OrderLine[]
  shipping: number
  total: number
  email?: string
  address?: Address
}

type WantedLine = PlaceOrderBody['items'][number]

/** The lines with equal products added up: two lines of one product are one claim on its stock. Throws `validation` for more than 99 of one. */
export function mergeLines(lines: WantedLine[]): WantedLine[] {
  const merged = new Map<string, WantedLine>()
  for (const line of lines) {
    const before = merged.get(line.productId)
    if (before === undefined) merged.set(line.productId, { ...line })
    else before.quantity += line.quantity
  }
  for (const { quantity } of merged.values())
    if (quantity > MAX_PER_LINE) throw invalid(`At most ${MAX_PER_LINE} of one product`, 'items')
  return [...merged.values()]
}

/** Decides on a new order: the prices that the buyer saw must still be right, and the known stock must suffice. */
export function placeOrder(
  buyer: { userId: string; email?: string | undefined; address?: Address | undefined },
  wanted: WantedLine[],
  products: Product[],
): NewOrder {
  const lines = mergeLines(wanted)
  const byId = new Map(products.map((product) => [product.id, product]))
  const productOf = (line: WantedLine) => {
    const product = byId.get(line.productId)
    if (product === undefined) throw notFound('Product')
    return product
  }
  checkPrices(wanted, productOf)
  checkStock(lines, productOf)
  const items = lines.map((line) => snapshot(productOf(line), line.quantity))
  const goods = items.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
  const shipping = buyer.address === undefined ? 0 : shippingFor(goods)
  const total = goods + shipping
  checkTotal(total)
  return {
    userId: buyer.userId,
    items,
    shipping,
    total,
    ...(buyer.email === undefined ? {} : { email: buyer.email }),
    ...(buyer.address === undefined ? {} : { address: buyer.address }),
  }
}

function checkTotal(total: number): void {
  if (total < MINIMUM_TOTAL)
    throw invalid(`The total must be at least ${money(MINIMUM_TOTAL)}`, 'items')
  if (total > MAXIMUM_TOTAL)
    throw invalid(`The total must be at most ${money(MAXIMUM_TOTAL)}`, 'items')
}

const money = (minorUnits: number) =>
  toDecimal(minorUnits).toLocaleString('en-US', { minimumFractionDigits: 2 })

function checkPrices(wanted: WantedLine[], productOf: (line: WantedLine) => Product): void {
  const changed = wanted.flatMap((line) => {
    const { id, price } = productOf(line)
    const was = line.price
    return was === undefined || Math.round(was * 100) === price
      ? []
      : [{ productId: id, was, now: price / 100 }]
  })
  if (changed.length > 0)
    throw new ShopError('price-changed', 'A price has changed', { members: { changed } })
}

function checkStock(lines: WantedLine[], productOf: (line: WantedLine) => Product): void {
  const short = lines.flatMap((line) => {
    const { archived, available } = productOf(line)
    const left = archived ? 0 : available
    return left >= line.quantity
      ? []
      : [{ productId: line.productId, wanted: line.quantity, available: left }]
  })
  if (short.length > 0)
    throw new ShopError('sold-out', 'Not enough in stock', { members: { short } })
}

function snapshot(product: Product, quantity: number): OrderLine {
  const { id, title, price, sellerId, picture } = product
  return { productId: id, title, price, quantity, sellerId, picture }
}
