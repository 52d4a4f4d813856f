import { Id, Reason, SERVICES } from '@shop/shared/contracts'
import * as v from 'valibot'

/** The form that blocks or unblocks a person. */
export const PersonForm = v.object({
  id: Id,
  act: v.picklist(['block', 'unblock']),
  reason: Reason,
})

/** The form that replays or deletes a dead letter. */
export const LetterForm = v.object({
  service: v.picklist(SERVICES),
  id: Id,
  act: v.picklist(['replay', 'delete']),
})

/** The form that decides about a product: reports are dismissed without a reason. */
export const CaseForm = v.variant('act', [
  v.object({ id: Id, act: v.picklist(['hide', 'unhide']), reason: Reason }),
  v.object({ id: Id, act: v.literal('dismiss') }),
])
