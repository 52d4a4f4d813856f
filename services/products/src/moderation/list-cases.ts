import type { CaseStatus } from '@shop/shared/contracts'
import type { Product } from '../domain/product.ts'
import type { After } from './hidden-products.ts'
import type { ModerationDeps } from './moderate.ts'
import { REPORT_STATES } from './report-repository.ts'

interface Listed {
  product: Product
  /** When it came into the list. */
  at: Date
}

/** Products of the staff's list with a status, those that changed last first. */
export async function listCases(
  { hidden, reports }: ModerationDeps,
  status: CaseStatus,
  limit: number,
  after: After,
): Promise<Listed[]> {
  const state = REPORT_STATES[status]
  if (state === undefined) {
    const found = await hidden.list(status === 'appeals', limit, after)
    return found.map((product) => ({ product, at: product.hiding?.at ?? product.updatedAt }))
  }
  const reported = await reports.products(state, limit, after)
  const known = await hidden.byIds(reported.map(({ id }) => id))
  return reported.flatMap(({ id, at }) => {
    const product = known.get(id)
    return product === undefined ? [] : [{ product, at }]
  })
}

/** How many products each status has. */
export async function countCases({ hidden, reports }: ModerationDeps) {
  const [open, dismissed, appeals, hiddenOnes] = await Promise.all([
    reports.count('Open'),
    reports.count('Dismissed'),
    hidden.count(true),
    hidden.count(false),
  ])
  return { open, appeals, hidden: hiddenOnes, dismissed }
}
