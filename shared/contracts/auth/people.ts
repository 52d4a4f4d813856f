import * as v from 'valibot'
import { MAX_EMAIL } from '../email.ts'
import { Timestamp } from '../event-fields.ts'
import { Id } from '../ids.ts'
import { pageQuery } from '../page.ts'
import { visibleText } from '../text.ts'

/** What staff have done with an account. */
const StaffAct = v.strictObject({
  act: v.picklist(['block', 'unblock']),
  reason: v.string(),
  /** The member of staff. */
  by: Id,
  at: Timestamp,
})

/** An account as staff see it. */
export const PersonResponse = v.strictObject({
  id: Id,
  email: v.string(),
  verified: v.boolean(),
  role: v.picklist(['user', 'admin']),
  name: v.optional(v.string()),
  since: Timestamp,
  isBlocked: v.boolean(),
  /** Newest first. */
  acts: v.array(StaffAct),
})
export type PersonResponse = v.InferOutput<typeof PersonResponse>

/** Which accounts staff look for: by id or the beginning of the email address. */
export const PeopleQuery = v.strictObject({
  ...pageQuery,
  q: v.optional(visibleText(MAX_EMAIL)),
  blocked: v.optional(v.literal('true')),
})

/** A seller's shop as everybody sees it. */
export const ShopResponse = v.strictObject({
  id: Id,
  name: v.string(),
  about: v.optional(v.string()),
  since: Timestamp,
})
export type ShopResponse = v.InferOutput<typeof ShopResponse>
