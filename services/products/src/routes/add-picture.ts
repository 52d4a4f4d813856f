import { requireUser, sessionOf } from '@shop/shared/auth'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { added, checkPictureLimit } from '../domain/pictures.ts'
import { changePictures } from '../pictures/change-pictures.ts'
import { uploaderOf } from '../pictures/uploader.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { ownProduct } from './own-product.ts'
import { limitProduct, validPicture } from './product-input.ts'

/** `POST /api/products/:id/images` */
export function addPicture(deps: Deps) {
  const own = ownProduct(deps.products)
  return createHandlers(requireUser, own, limitProduct, validPicture, async (c) => {
    const product = c.get('product')
    // Checked before the picture is stored, which takes long.
    checkPictureLimit(product.images)
    const { image, alt } = c.req.valid('form')
    const shown = await withPicture(
      deps,
      product.id,
      { image, sender: uploaderOf(sessionOf(c), c.req.raw) },
      (key) => {
        const picture = { key, alt: alt === undefined || alt === '' ? product.title : alt }
        return changePictures(deps.products, product, (images) => added(images, picture))
      },
    )
    return c.json(deps.toResponse(shown), 201)
  })
}
