import { requireUser, sessionOf } from '@shop/shared/auth'
import {
  BulkBody,
  ShopError,
  notFound,
  type BulkChange,
  type BulkResult,
} from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { bulkStep, type BulkStep } from '../domain/bulk.ts'
import { conflict, isChange } from '../domain/edit.ts'
import type { Product } from '../domain/product.ts'

interface Item {
  id: string
  version: number
}

/** `POST /api/products/bulk`: one guarded write for each product. */
export function bulkProducts({ products }: Deps) {
  function write(read: Product, step: BulkStep, by: string): Promise<Product | null> {
    if ('edit' in step) return products.edit(read.id, step.edit, by)
    return products.setOff(read.id, step.reason, step.isOff, read.version)
  }

  async function changeOne(
    { id, version }: Item,
    read: Product | undefined,
    change: BulkChange,
    by: string,
  ): Promise<BulkResult> {
    if (read === undefined) throw notFound('Product')
    if (read.version !== version) throw conflict()
    const step = bulkStep(read, change)
    if (isAlready(read, step)) return { id, status: 'unchanged', version }
    const changed = await write(read, step, by)
    if (changed === null) throw conflict()
    return { id, status: 'changed', version: changed.version }
  }

  return createHandlers(requireUser, limitBody(), validJson(BulkBody), async (c) => {
    const { items, change } = c.req.valid('json')
    const { sub } = sessionOf(c)
    const owned = await products.findOwned(
      sub,
      items.map(({ id }) => id),
    )
    const results: BulkResult[] = []
    for (const item of items)
      results.push(
        await changeOne(item, owned.get(item.id), change, sub).catch((error: unknown) =>
          failed(item.id, error),
        ),
      )
    return c.json({ results })
  })
}

function isAlready(read: Product, step: BulkStep): boolean {
  if ('edit' in step) return !isChange(step.edit, read)
  return read.off.includes(step.reason) === step.isOff
}

function failed(id: string, error: unknown): BulkResult {
  if (!(error instanceof ShopError)) throw error
  return { id, status: 'failed', error: { code: error.code, message: error.message } }
}
