import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers, limitBody, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { added, mustHaveRoom } from '../domain/pictures.ts'
import { ownProduct } from '../own-product.ts'
import { changePictures } from '../pictures/change-pictures.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { MAX_BODY_BYTES, validPicture } from '../product-input.ts'

/** `POST /api/products/:id/images` */
export function addPicture(deps: Deps) {
  const limit = limitBody(MAX_BODY_BYTES)
  return createHandlers(requireUser, validId('Product'), limit, validPicture, async (c) => {
    const product = await ownProduct(deps.products, sessionOf(c), c.req.valid('param').id)
    // Before the picture is stored, which takes far longer than it takes to see that it is in vain.
    mustHaveRoom(product.images)
    const { image, alt } = c.req.valid('form')
    const shown = await withPicture(deps, product.id, image, (key) => {
      const picture = { key, alt: alt === undefined || alt === '' ? product.title : alt }
      return changePictures(deps.products, product, (images) => added(images, picture))
    })
    return c.json(deps.toReply(shown), 201)
  })
}
