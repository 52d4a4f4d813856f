import { ownerIds, requireUser, sessionOf } from '@shop/shared/auth'
import { ShopError, UpdateProductBody, notFound, type Session } from '@shop/shared/contracts'
import { createHandlers, limitBody, validId } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { conflict, editOf, isNothing, refusalOf, type Edit } from '../domain/edit.ts'
import type { Product } from '../domain/product.ts'
import { withPicture } from '../pictures/with-picture.ts'
import { MAX_BODY_BYTES, validProduct } from '../product-input.ts'

/** `PUT /api/products/:id` */
export function updateProduct(deps: Deps) {
  const { products, toReply } = deps
  const [limit, input] = [limitBody(MAX_BODY_BYTES), validProduct(UpdateProductBody)] as const
  return createHandlers(requireUser, validId('Product'), limit, input, async (c) => {
    const product = await findOwn(c.req.param('id') ?? '', sessionOf(c))
    const body = c.req.valid('json')
    // Before the picture is stored, which takes far longer than it takes to see that it is in vain.
    const refusal = refusalOf(editOf(product, body), product)
    if (refusal !== null) throw refusal
    const edited = await withPicture(deps, product.id, c.get('image'), (key) => {
      const picture = key === undefined ? undefined : { key, alt: body.title ?? product.title }
      return write(product, editOf(product, body, picture))
    })
    return c.json(toReply(edited))
  })

  async function findOwn(id: string, session: Session): Promise<Product> {
    const product = await products.find(id)
    if (product === null) throw notFound('Product')
    if (!ownerIds(session).includes(product.userId))
      throw new ShopError('forbidden', 'This product belongs to someone else')
    return product
  }

  async function write(read: Product, edit: Edit): Promise<Product> {
    if (isNothing(edit)) return read
    const edited = await products.edit(read.id, edit)
    if (edited !== null) return edited
    const now = await products.find(read.id)
    throw (now === null ? null : refusalOf(edit, now)) ?? conflict()
  }
}
