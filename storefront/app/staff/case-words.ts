import type { CaseResponse, CaseStatus, ReportReason } from '@shop/shared/contracts'
import type { Status } from '../ui/badge.tsx'

export const CASE_NAMES: Record<CaseStatus, string> = {
  open: 'To review',
  appeals: 'Appeals',
  hidden: 'Hidden',
  dismissed: 'Dismissed',
}

export const CASES_EMPTY: Record<CaseStatus, string> = {
  open: 'Nothing to review.',
  appeals: 'No seller has appealed.',
  hidden: 'No product is hidden.',
  dismissed: 'No reports were dismissed.',
}

export const REPORT_NAMES: Record<ReportReason, string> = {
  prohibited: 'Not allowed',
  counterfeit: 'Counterfeit',
  misleading: 'Misleading',
  offensive: 'Offensive',
  other: 'Other',
}

/** Whether a product is hidden by staff, or for sale. */
export function caseStatus({ product: { off = [] } }: CaseResponse): Status {
  if (off.includes('hidden')) return { text: 'Hidden', kind: 'danger', icon: 'danger' }
  return off.length > 0
    ? { text: 'Not for sale', kind: '', icon: 'info' }
    : { text: 'For sale', kind: 'ok', icon: 'check' }
}
