import { requireUser, sessionOf } from '@shop/shared/auth'
import { CreateProductBody } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { newProduct, type Picture, type Product } from '../domain/product.ts'
import { uploaderOf } from '../pictures/uploader.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { limitProduct, validProduct } from './product-input.ts'

/** The seller may have been blocked while the product was created. */
async function hideIfBlocked({ sellers, hidden }: Deps, { id, userId }: Product): Promise<void> {
  const { blocked } = await sellers.find(userId)
  if (blocked) await hidden.setOneBlocked(id, true)
}

/** `POST /api/products` */
export function createProduct(deps: Deps) {
  const input = validProduct(CreateProductBody)
  return createHandlers(requireUser, limitProduct, input, async (c) => {
    const id = deps.products.newId()
    const product = newProduct(id, sessionOf(c), c.req.valid('json'), new Date())
    const image = c.get('image')
    const store = async (images: Picture[]) => {
      const stored = { ...product, images }
      await deps.products.insert(stored)
      await hideIfBlocked(deps, stored)
      return c.json(deps.toResponse(stored), 201)
    }
    if (image === undefined) return store([])
    const sent = { image, sender: uploaderOf(sessionOf(c), c.req.raw) }
    return withPicture(deps, id, sent, (key) => store([{ key, alt: product.title }]))
  })
}
