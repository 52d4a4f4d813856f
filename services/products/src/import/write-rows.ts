import { createLimit } from '@shop/shared/async'
import { ShopError, type ImportProblem } from '@shop/shared/contracts'
import { isDuplicateKey } from '@shop/shared/db'
import { editOf, isChange, refusalOf } from '../domain/edit.ts'
import { newProduct, type Product } from '../domain/product.ts'
import type { ProductRepository } from '../product-repository.ts'
import { sellerOf, type ImportRecord } from './import-model.ts'
import type { ChangedRow, ImportRow } from './rows.ts'

const AT_ONCE = 4

/** Writes rows of an import once, however often it is called; returns those that cannot be written. */
export async function writeRows(
  products: ProductRepository,
  record: ImportRecord,
  rows: ImportRow[],
): Promise<ImportProblem[]> {
  const seller = sellerOf(record)
  const created = rows.flatMap((row) =>
    row.isNew ? [newProduct(row.id, seller, row.body, record.createdAt)] : [],
  )
  await insertOnce(products, created)
  const limited = createLimit(AT_ONCE)
  const changed = rows.filter((row) => !row.isNew)
  const faults = await Promise.all(
    changed.map((row) => limited(() => faultOf(row, change(products, row, record)))),
  )
  return faults.filter((fault) => fault !== null)
}

/** A batch of which some were inserted before a crash fails as a whole. */
async function insertOnce(products: ProductRepository, batch: Product[]): Promise<void> {
  if (batch.length === 0) return
  try {
    await products.insert(...batch)
  } catch (error) {
    // The others are inserted nevertheless, and the poll publishes them.
    if (!isDuplicateKey(error)) throw error
  }
}

async function faultOf(row: ImportRow, written: Promise<void>): Promise<ImportProblem | null> {
  try {
    await written
    return null
  } catch (error) {
    if (error instanceof ShopError) return { line: row.line, message: error.message }
    throw error
  }
}

async function change(
  products: ProductRepository,
  { id, line, body: { draft, ...body } }: ChangedRow,
  { _id, userId }: ImportRecord,
): Promise<void> {
  const mark = `${_id.toString()}-${line}`
  if (await products.isImported(id, mark)) return
  if (draft !== undefined) await products.setOff(id, 'draft', draft)
  for (;;) {
    const read = await products.find(id)
    if (read === null) throw new ShopError('not-found', 'The product is gone')
    const edit = { ...editOf(read, body), mark }
    if (!isChange(edit, read) || (await products.edit(id, edit, userId)) !== null) return
    if (await products.isImported(id, mark)) return
    const refusal = refusalOf(edit, read)
    if (refusal !== null) throw refusal
  }
}
