import { ownerIds, sessionOf } from '@shop/shared/auth'
import { ShopError, notFound } from '@shop/shared/contracts'
import type { AppEnv } from '@shop/shared/http'
import type { Context } from 'hono'
import type { Product } from './domain/product.ts'
import type { ProductRepository } from './product-repository.ts'

/** The product that the path names, if it is the bearer's; what admins may do too says so. */
export async function ownProduct(
  products: ProductRepository,
  c: Context<AppEnv>,
  { orAdmin = false } = {},
): Promise<Product> {
  const session = sessionOf(c)
  const product = await products.find(c.req.param('id') ?? '')
  if (product === null) throw notFound('Product')
  const isAllowed = orAdmin && session.role === 'admin'
  if (!isAllowed && !ownerIds(session).includes(product.userId))
    throw new ShopError('forbidden', 'This product belongs to someone else')
  return product
}
