import { Id, SERVICES } from '@shop/shared/contracts'
import * as v from 'valibot'

/** The form that replays or deletes a dead letter. */
export const LetterForm = v.object({
  service: v.picklist(SERVICES),
  id: Id,
  act: v.picklist(['replay', 'delete']),
})
