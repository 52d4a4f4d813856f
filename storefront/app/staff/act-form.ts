import { Id, Reason } from '@shop/shared/contracts'
import * as v from 'valibot'

/** The form that blocks or unblocks a person. */
export const ActForm = v.object({
  id: Id,
  act: v.picklist(['block', 'unblock']),
  reason: Reason,
})
