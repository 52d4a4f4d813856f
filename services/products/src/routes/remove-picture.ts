import { requireUser } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { named, without } from '../domain/pictures.ts'
import { changePictures } from '../pictures/change-pictures.ts'
import { ownProduct } from './own-product.ts'

/** `DELETE /api/products/:id/images/:name` */
export function removePicture({ products, uploads }: Deps) {
  return createHandlers(requireUser, ownProduct(products), async (c) => {
    const product = c.get('product')
    const name = c.req.param('name') ?? ''
    // Like an upload that may come to nothing: the sweep removes what nobody needs a day later, and by
    // then nobody is about to show it again.
    await uploads.begin(product.id, named(product.images, name).key)
    await changePictures(products, product, (images) => without(images, name))
    return c.body(null, 204)
  })
}
