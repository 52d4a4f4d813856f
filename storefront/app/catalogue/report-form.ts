import {
  MAX_MESSAGE,
  REPORT_REASONS,
  multilineText,
  type ReportReason,
} from '@shop/shared/contracts'
import * as v from 'valibot'

export const ReportForm = v.object({
  reason: v.picklist(REPORT_REASONS, 'Choose what is wrong'),
  note: v.optional(multilineText(MAX_MESSAGE), ''),
})

export const REPORT_NAMES: Record<ReportReason, string> = {
  prohibited: 'It may not be sold',
  counterfeit: 'It is counterfeit',
  misleading: 'The description is misleading',
  offensive: 'It is offensive',
  other: 'Something else',
}
