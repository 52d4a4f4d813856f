import { ShopError, toMinorUnits, type UpdateProductBody } from '@shop/shared/contracts'
import { withFirst } from './pictures.ts'
import type { Picture, Product } from './product.ts'

const FIELDS = ['title', 'description', 'category', 'price'] as const

/** An edit to write: fields to set, and stock as a difference to the quantity that was read. */
export interface Edit {
  fields: Pick<UpdateProductBody, (typeof FIELDS)[number]>
  /** The write is guarded by `read`. */
  stock?: { read: number; difference: number }
  /** Of an imported row: it is written once. */
  mark?: string
  /** The version that the edit was based on. */
  version?: number
  /** A new first picture; the write is guarded by `read`. */
  pictures?: { read: Picture[]; next: Picture[] }
}

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

/** Why an edit does not apply to the current product; null when it does. */
export function refusalOf({ stock, version }: Edit, now: Product): ShopError | null {
  const isStale = version !== undefined && version !== now.version
  if (isStale || (stock !== undefined && stock.read !== now.quantity)) return conflict()
  if (stock === undefined || now.available + stock.difference >= 0) return null
  const held = now.quantity - now.available
  return new ShopError(
    'stock-held',
    `${held} ${held === 1 ? 'is' : 'are'} reserved for orders, so the quantity cannot be lower`,
  )
}

export function conflict(): ShopError {
  return new ShopError('version-conflict', 'The product has changed in the meantime; reload it')
}
