import { MAX_MESSAGE, multilineText } from '@shop/shared/contracts'
import * as v from 'valibot'

const WHY = 'Tell us why the product should be shown'

export const AppealForm = v.object({
  note: v.pipe(v.string(WHY), multilineText(MAX_MESSAGE), v.nonEmpty(WHY)),
})
