import type { ImportProblem } from '@shop/shared/contracts'
import type { ProductRepository } from '../product-repository.ts'
import { readRows, type ImportRow } from './rows.ts'
import { tableOf } from './table.ts'

/** A file as an import reads it. */
export interface CheckedImport {
  /** Lines below the header, bad ones included. */
  total: number
  /** What would be written. */
  rows: ImportRow[]
  problems: ImportProblem[]
}

/** Reads a file as an import of the seller and writes nothing; throws `validation` when it is no table of products. */
export async function checkImport(
  products: ProductRepository,
  userId: string,
  csv: string,
): Promise<CheckedImport> {
  const table = tableOf(csv)
  const ids = table.flatMap(({ cells: { id = '' } }) => (/^[\da-f]{24}$/i.test(id) ? [id] : []))
  const owned = await products.findOwned(userId, ids)
  const read = readRows(table, new Set(owned.keys()), () => products.newId())
  return { total: table.length, ...read }
}
