import { ShopError, toMinorUnits, type UpdateProductBody } from '@shop/shared/contracts'
import { withFirst } from './pictures.ts'
import type { Picture, Product } from './product.ts'

const FIELDS = ['title', 'description', 'category', 'price'] as const

/** An edit as it is written: fields that are set, and stock as a difference to what was read. */
export interface Edit {
  fields: Pick<UpdateProductBody, (typeof FIELDS)[number]>
  /** Present when the quantity is edited; the write is guarded by `read`. */
  stock?: { read: number; difference: number }
  /** Present when the caller names the version that the edit was made on. */
  version?: number
  /** Present when the first picture is replaced; the write is guarded by `read`. */
  pictures?: { read: Picture[]; next: Picture[] }
}

/** The edit that a body asks for, on the product as it was read. */
export function editOf(read: Product, body: UpdateProductBody, picture?: Picture): Edit {
  const { quantity, version, price, ...fields } = body
  return {
    fields: { ...fields, price: toMinorUnits(price) },
    ...(quantity === undefined
      ? {}
      : { stock: { read: read.quantity, difference: quantity - read.quantity } }),
    ...(version === undefined ? {} : { version }),
    ...(picture === undefined
      ? {}
      : { pictures: { read: read.images, next: withFirst(read.images, picture) } }),
  }
}

/** Whether an edit changes anything of the product as it was read. */
export function isChange({ fields, stock, pictures }: Edit, read: Product): boolean {
  const hasStock = stock !== undefined && stock.difference !== 0
  const isEdited = FIELDS.some((name) => fields[name] !== undefined && fields[name] !== read[name])
  return isEdited || hasStock || pictures !== undefined
}

/** Why an edit cannot be written on the product as it is now; null when it can. */
export function refusalOf({ stock, version }: Edit, now: Product): ShopError | null {
  const isStale = version !== undefined && version !== now.version
  if (isStale || (stock !== undefined && stock.read !== now.quantity)) return conflict()
  if (stock === undefined || now.available + stock.difference >= 0) return null
  const held = now.quantity - now.available
  return new ShopError('stock-held', `${held} are set aside for orders: quantity cannot be lower`)
}

/** The answer to an edit of a product that somebody else has changed meanwhile. */
export function conflict(): ShopError {
  return new ShopError('version-conflict', 'The product was changed meanwhile: load it again')
}
