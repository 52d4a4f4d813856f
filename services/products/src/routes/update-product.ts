import { requireUser, sessionOf } from '@shop/shared/auth'
import { UpdateProductBody } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { conflict, editOf, isChange, refusalOf, type Edit } from '../domain/edit.ts'
import type { Product } from '../domain/product.ts'
import { uploaderOf } from '../pictures/uploader.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { ownProduct } from './own-product.ts'
import { limitProduct, validProduct } from './product-input.ts'

/** `PUT /api/products/:id` */
export function updateProduct(deps: Deps) {
  const { products, toResponse } = deps
  const [own, input] = [ownProduct(products), validProduct(UpdateProductBody)] as const

  async function write(read: Product, edit: Edit, by: string): Promise<Product> {
    if (!isChange(edit, read)) return read
    const edited = await products.edit(read.id, edit, by)
    if (edited !== null) return edited
    const now = await products.find(read.id)
    throw (now === null ? null : refusalOf(edit, now)) ?? conflict()
  }

  return createHandlers(requireUser, own, limitProduct, input, async (c) => {
    const product = c.get('product')
    const { sub } = sessionOf(c)
    const [body, image] = [c.req.valid('json'), c.get('image')]
    const plain = editOf(product, body)
    // Checked before the picture is stored, which takes long.
    const refusal = refusalOf(plain, product)
    if (refusal !== null) throw refusal
    if (image === undefined) return c.json(toResponse(await write(product, plain, sub)))
    const edited = await withPicture(
      deps,
      product.id,
      { image, sender: uploaderOf(sessionOf(c), c.req.raw) },
      (key) => write(product, editOf(product, body, { key, alt: body.title }), sub),
    )
    return c.json(toResponse(edited))
  })
}
