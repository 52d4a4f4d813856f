import { ownerIds, sessionOf } from '@shop/shared/auth'
import { Id, ShopError, notFound } from '@shop/shared/contracts'
import type { AppEnv } from '@shop/shared/http'
import { createMiddleware } from 'hono/factory'
import { safeParse } from 'valibot'
import type { Product } from '../domain/product.ts'
import type { ProductRepository } from '../product-repository.ts'
import { isVisibleTo } from './visibility.ts'

type ProductEnv = AppEnv & { Variables: { product: Product } }

/** Loads the product of `:id` as `c.get('product')`, before the body; throws `forbidden` for anyone but its seller (and admins with `orAdmin`). */
export function ownProduct(products: ProductRepository, { orAdmin = false } = {}) {
  return createMiddleware<ProductEnv>(async (c, next) => {
    const session = sessionOf(c)
    const id = safeParse(Id, c.req.param('id'))
    const product = id.success ? await products.find(id.output) : null
    if (product === null || !isVisibleTo(product, session)) throw notFound('Product')
    const isAllowed = orAdmin && session.role === 'admin'
    if (!isAllowed && !ownerIds(session).includes(product.userId))
      throw new ShopError('forbidden', 'This product belongs to someone else')
    c.set('product', product)
    await next()
  })
}
