import type { CaseStatus, ReportReason } from '@shop/shared/contracts'

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
