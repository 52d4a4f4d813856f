import { listener } from '@shop/shared/events'
import type { HiddenProducts } from '../moderation/hidden-products.ts'
import type { ProductRepository } from '../product-repository.ts'
import type { SellerCopy } from '../seller-copy.ts'

interface SellerDeps {
  sellers: SellerCopy
  products: ProductRepository
  hidden: HiddenProducts
}

/** Applies a seller's new name to their products, and takes them off the catalogue while the seller is blocked. */
export function onUserUpdated({ sellers, products, hidden }: SellerDeps) {
  /** Of two concurrent events the older may write last, so the copy is read again. */
  async function apply(id: string): Promise<void> {
    const { name, blocked } = await sellers.find(id)
    if (name !== undefined) await products.setSellerName(id, name)
    await hidden.setBlocked(id, blocked)
    const now = await sellers.find(id)
    if (now.name !== name || now.blocked !== blocked) await apply(id)
  }

  return listener('user:updated', async ({ id, version, name, blocked }) => {
    if (name === undefined && blocked === undefined) return
    await sellers.write({ id, version, name, blocked: blocked === true })
    await apply(id)
  })
}
