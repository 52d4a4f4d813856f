import { requireAdmin, sessionOf } from '@shop/shared/auth'
import { ReasonBody } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { moderate } from '../moderation/moderate.ts'
import type { Act } from '../moderation/moderation-model.ts'
import { ownProduct } from './own-product.ts'

/** `POST /api/products/:id/hide` and `…/unhide` */
export function moderateProduct(deps: Deps, act: Act) {
  const { products, toResponse, log } = deps
  const [known, body] = [ownProduct(products, { orAdmin: true }), validJson(ReasonBody)] as const
  return createHandlers(requireAdmin, known, limitBody(), body, async (c) => {
    const product = c.get('product')
    const by = sessionOf(c).sub
    const { reason } = c.req.valid('json')
    const done = await moderate(deps, product, { act, reason, by })
    if (done !== null) log.info({ act, productId: product.id, by }, 'product moderated by staff')
    return c.json(toResponse((await products.find(product.id)) ?? product))
  })
}
