import { listener } from '@shop/shared/events'
import type { ProductRepository } from '../product-repository.ts'
import type { SellerCopy } from '../seller-copy.ts'

interface SellerDeps {
  sellers: SellerCopy
  products: ProductRepository
}

/** A user has another name: what they sell bears it. */
export function onUserUpdated({ sellers, products }: SellerDeps) {
  /** Of two events at once the older may be the last to name the products, so it looks once more. */
  async function applyName(id: string): Promise<void> {
    const name = await sellers.nameOf(id)
    if (name === undefined) return
    await products.setSellerName(id, name)
    if ((await sellers.nameOf(id)) !== name) await applyName(id)
  }

  return listener('user:updated', async (event) => {
    await sellers.write(event)
    await applyName(event.id)
  })
}
