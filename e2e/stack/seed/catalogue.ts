import { join } from 'node:path'
import data from './catalogue.json' with { type: 'json' }

export type DemoProduct = (typeof data.products)[number]

/** The sellers of the demo catalogue, one for each category. */
export const SHOPS = data.sellers

/** The pictures of each product, in their order. */
export const VIEWS = ['front', 'close up', 'from further away']

/** The demo catalogue in the order of creation: the last product is the newest and comes first. */
export const PRODUCTS = inTurn(data.products).toReversed()

/** The file of a product's picture; the license of all pictures is in the same folder. */
export function pictureFile({ picture }: Pick<DemoProduct, 'picture'>, view: number) {
  return Bun.file(join(import.meta.dir, `pictures/${picture}-${view + 1}.webp`))
}

/** One product of each category, then the next of each, so that every page shows all categories. */
function inTurn(products: DemoProduct[]): DemoProduct[] {
  const byCategory = Object.values(Object.groupBy(products, ({ category }) => category))
  const rows = Math.max(...byCategory.map((some = []) => some.length))
  return Array.from({ length: rows }, (_, row) =>
    byCategory.flatMap((some = []) => some[row] ?? []),
  ).flat()
}
