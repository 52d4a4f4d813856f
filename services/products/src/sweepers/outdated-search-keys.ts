import type { Sweeper } from '@shop/shared/service'
import type { ProductRepository } from '../product-repository.ts'

const BATCH = 500

/** Rebuilds the search keys of earlier releases; done once a pass finds none. */
export function outdatedSearchKeys(
  products: Pick<ProductRepository, 'refreshSearchKeys'>,
): Sweeper {
  let isDone = false
  return {
    name: 'outdated-search-keys',
    async run() {
      while (!isDone) isDone = (await products.refreshSearchKeys(BATCH)) === 0
    },
  }
}
