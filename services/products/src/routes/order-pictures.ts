import { requireUser } from '@shop/shared/auth'
import { OrderPicturesBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { inOrder } from '../domain/pictures.ts'
import { changePictures } from '../pictures/change-pictures.ts'
import { ownProduct } from './own-product.ts'

/** `PUT /api/products/:id/images` */
export function orderPictures({ products, toResponse }: Deps) {
  const input = validJson(OrderPicturesBody)
  return createHandlers(requireUser, ownProduct(products), limitBody(), input, async (c) => {
    const product = c.get('product')
    const { order } = c.req.valid('json')
    return c.json(
      toResponse(await changePictures(products, product, (images) => inOrder(images, order))),
    )
  })
}
