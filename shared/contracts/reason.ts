import * as v from 'valibot'
import { MAX_MESSAGE } from './limits.ts'
import { visibleText } from './text.ts'

/** Why staff do something; the person concerned may read it. */
export const Reason = visibleText(MAX_MESSAGE, 'Give a reason')

/** Body of what staff do with nothing but a reason. */
export const ReasonBody = v.strictObject({ reason: Reason })
