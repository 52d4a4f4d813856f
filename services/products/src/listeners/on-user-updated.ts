import { listener } from '@shop/shared/events'
import type { ProductRepository } from '../product-repository.ts'
import type { SellerCopy } from '../seller-copy.ts'

interface SellerDeps {
  sellers: SellerCopy
  products: ProductRepository
}

/** Applies a seller's new name to their products. */
export function onUserUpdated({ sellers, products }: SellerDeps) {
  /** Of two concurrent events the older may write last, so the name is checked again. */
  async function applyName(id: string): Promise<void> {
    const name = await sellers.nameOf(id)
    if (name === undefined) return
    await products.setSellerName(id, name)
    if ((await sellers.nameOf(id)) !== name) await applyName(id)
  }

  return listener('user:updated', async ({ id, version, name }) => {
    // Who has no name yet sells under none: there is nothing to copy.
    if (name === undefined) return
    await sellers.write({ id, version, name })
    await applyName(id)
  })
}
