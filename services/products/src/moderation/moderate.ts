import type { Product } from '../domain/product.ts'
import type { ProductRepository } from '../product-repository.ts'
import type { HiddenProducts } from './hidden-products.ts'
import type { Act, ModerationRecord } from './moderation-model.ts'
import type { ModerationRepository } from './moderation-repository.ts'
import type { ReportRepository } from './report-repository.ts'

export interface ModerationDeps {
  hidden: HiddenProducts
  moderations: ModerationRepository
  reports: ReportRepository
  products: Pick<ProductRepository, 'find'>
}

interface Request {
  act: Act
  reason: string
  by: string
}

/** Hides a product or shows it again; null when it is so already. */
export async function moderate(
  deps: ModerationDeps,
  read: Product,
  request: Request,
): Promise<ModerationRecord | null> {
  const { id: productId, userId, title, off } = read
  if (off.includes('hidden') === (request.act === 'hide')) return null
  const moderation = { productId, userId, title, ...request, at: new Date() }
  const stored = await deps.moderations.insert(moderation)
  // failpoint: products.afterModerationInsert
  if (stored !== null) {
    await finish(deps, stored)
    return stored
  }
  // Another one is being applied, by somebody else or by a process that died.
  const pending = await deps.moderations.pendingOf(productId)
  if (pending !== null) await finish(deps, pending)
  const now = await deps.products.find(productId)
  return now === null ? null : moderate(deps, now, request)
}

/** Finishes a moderation that is stored; safe to repeat. */
export async function finish(
  { hidden, moderations, reports }: ModerationDeps,
  moderation: ModerationRecord,
): Promise<void> {
  await hidden.apply(moderation)
  // failpoint: products.afterModerationApplied
  if (moderation.act === 'hide') await reports.settle(moderation.productId, 'Upheld')
  await moderations.end(moderation)
}
