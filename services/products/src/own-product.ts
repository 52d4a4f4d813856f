import { ownerIds } from '@shop/shared/auth'
import { ShopError, notFound, type Session } from '@shop/shared/contracts'
import type { Product } from './domain/product.ts'
import type { ProductRepository } from './product-repository.ts'

/** The product of this id if it is the bearer's, or if the bearer is an admin where admins may. */
export async function ownProduct(
  products: ProductRepository,
  session: Session,
  id: string,
  { orAdmin = false } = {},
): Promise<Product> {
  const product = await products.find(id)
  if (product === null) throw notFound('Product')
  const isAllowed = orAdmin && session.role === 'admin'
  if (!isAllowed && !ownerIds(session).includes(product.userId))
    throw new ShopError('forbidden', 'This product belongs to someone else')
  return product
}
