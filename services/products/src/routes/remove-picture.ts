import { requireUser } from '@shop/shared/auth'
import { createHandlers, validPath } from '@shop/shared/http'
import * as v from 'valibot'
import type { Deps } from '../deps.ts'
import { named, without } from '../domain/pictures.ts'
import { changePictures } from '../pictures/change-pictures.ts'
import { ownProduct } from './own-product.ts'

/** `DELETE /api/products/:id/images/:name` */
export function removePicture({ products, uploads }: Deps) {
  const path = validPath('Picture', { name: v.string() })
  return createHandlers(requireUser, ownProduct(products, { orAdmin: true }), path, async (c) => {
    const product = c.get('product')
    const { name } = c.req.valid('param')
    // Like an upload that may come to nothing: the sweep removes what nobody needs a day later, and by
    // then nobody is about to show it again.
    await uploads.begin(product.id, named(product.images, name).key)
    await changePictures(products, product, (images) => without(images, name))
    return c.body(null, 204)
  })
}
