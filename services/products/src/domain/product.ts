import {
  toMinorUnits,
  type Category,
  type CreateProductBody,
  type OffReason,
} from '@shop/shared/contracts'

/** A stored picture: the key of its largest width and its alt text. */
export interface Picture {
  key: string
  alt: string
}

/** Why and since when staff have hidden a product, and what its seller says. */
export interface Hiding {
  /** Of the moderation. */
  id: string
  reason: string
  at: Date
  appeal?: { note: string; at: Date; isOpen: boolean }
}

/** The price is in minor units. */
export interface Product {
  id: string
  title: string
  description: string
  category: Category | null
  price: number
  quantity: number
  available: number
  images: Picture[]
  userId: string
  sellerName?: string
  /** Whether `off` has any reason. */
  archived: boolean
  /** Why it is not for sale. */
  off: OffReason[]
  hiding?: Hiding
  version: number
  createdAt: Date
  updatedAt: Date
}

export interface Seller {
  sub: string
  name?: string | undefined
}

export function newProduct(id: string, seller: Seller, body: CreateProductBody, at: Date): Product {
  const off: OffReason[] = body.draft === true ? ['draft'] : []
  return {
    id,
    title: body.title,
    description: body.description ?? '',
    category: body.category ?? null,
    price: toMinorUnits(body.price),
    quantity: body.quantity,
    available: body.quantity,
    images: [],
    userId: seller.sub,
    ...(seller.name === undefined ? {} : { sellerName: seller.name }),
    archived: off.length > 0,
    off,
    version: 0,
    createdAt: at,
    updatedAt: at,
  }
}

const CONCEALING: readonly OffReason[] = ['draft', 'hidden', 'blocked']

/** Whether only its seller and staff may see the product. */
export function isConcealed({ off }: Pick<Product, 'off'>): boolean {
  return off.some((reason) => CONCEALING.includes(reason))
}
