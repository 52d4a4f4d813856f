import { requireUser, sessionOf } from '@shop/shared/auth'
import { IMPORT_COLUMNS, toDecimal } from '@shop/shared/contracts'
import { createHandlers, csvFile, csvRow } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import type { Product } from '../domain/product.ts'

/** `GET /api/products/export.csv`: all products of the seller, in the columns of an import. */
export function exportProducts({ products }: Deps) {
  return createHandlers(requireUser, (c) =>
    csvFile(c, 'products.csv', linesOf(products.ownedBy(sessionOf(c).sub))),
  )
}

async function* linesOf(products: AsyncIterable<Product>): AsyncGenerator<string, void> {
  yield csvRow(IMPORT_COLUMNS)
  for await (const product of products) yield csvRow(cellsOf(product))
}

function cellsOf(product: Product): (string | number)[] {
  const { id, title, description, category, price, quantity, off } = product
  const draft = off.includes('draft') ? 'yes' : 'no'
  return [id, title, description, category ?? '', toDecimal(price), quantity, draft]
}
