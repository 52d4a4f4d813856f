import type { Product } from '../../world/documents.ts'
import { must, type Steps } from '../../world/steps.ts'
import type { World } from '../../world/world.ts'
import { publishProduct } from './publish.ts'

/** `PUT /api/products/:id {quantity}`: applies the difference to the value read, guarded by that value. */
export function* editQuantity(world: World, productId: string, wanted: number): Steps {
  const product = must(world.products.get(productId))
  const read = product.quantity
  yield
  const isGuarded = !world.lacks('edit-guard')
  changeStock(world, product, {
    delta: wanted - read,
    isStale: isGuarded && product.quantity !== read,
    ...(isGuarded ? {} : { absolute: wanted }),
  })
  yield
}

/** `POST /api/products/:id/stock {delta}` */
export function* moveStock(world: World, productId: string, delta: number): Steps {
  changeStock(world, must(world.products.get(productId)), { delta, isStale: false })
  yield
}

function changeStock(
  world: World,
  product: Product,
  { delta, isStale, absolute }: { delta: number; isStale: boolean; absolute?: number },
): void {
  const isAvailable = world.lacks('available-guard') || product.available + delta >= 0
  world.change(
    product,
    () => !isStale && isAvailable,
    (p) => {
      p.quantity = absolute ?? p.quantity + delta
      p.available += delta
      world.edits.set(p.id, (world.edits.get(p.id) ?? 0) + delta)
      publishProduct(world, p)
    },
    `stock change ${delta}`,
  )
}

/** `DELETE /api/products/:id` */
export function* archive(world: World, productId: string): Steps {
  world.change(
    world.products.get(productId),
    (p) => !p.archived,
    (p) => {
      p.archived = true
      publishProduct(world, p)
    },
    'archived',
  )
  yield
}
