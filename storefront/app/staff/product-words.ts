import type { AllProductsStatus, OffReason, ProductResponse } from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

export const PRODUCT_TABS: Record<AllProductsStatus, string> = {
  live: 'For sale',
  draft: 'Drafts',
  archived: 'Archived',
  hidden: 'Hidden',
  blocked: 'Blocked',
}

const REASONS: Record<OffReason, Status> = {
  archived: { text: 'Archived', kind: '', icon: 'close' },
  draft: { text: 'Draft', kind: '', icon: 'info' },
  hidden: { text: 'Hidden', kind: 'danger', icon: 'danger' },
  blocked: { text: 'Blocked', kind: 'danger', icon: 'person' },
}

/** That a product is for sale, or every reason why it is not. */
export function productStates({ off = [] }: Pick<ProductResponse, 'off'>): Status[] {
  if (off.length === 0) return [{ text: 'For sale', kind: 'ok', icon: 'check' }]
  return off.map((reason) => REASONS[reason])
}

/** “3 in stock”, with what is reserved of it. */
export function stockText({
  quantity,
  available,
}: Pick<ProductResponse, 'quantity' | 'available'>): string {
  const reserved = quantity - available
  const text = `${quantity.toLocaleString('en-US')} in stock`
  return reserved === 0 ? text : `${text} (${reserved.toLocaleString('en-US')} reserved)`
}
