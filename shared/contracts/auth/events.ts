import * as v from 'valibot'
import { Meta, Version } from '../event-fields.ts'
import { Id } from '../ids.ts'

/** What only auth publishes. */
export const AUTH_EVENTS = {
  'user:updated': v.object({
    id: Id,
    name: v.optional(v.string()),
    /** Optional because events of earlier versions lack them. */
    email: v.optional(v.string()),
    verified: v.optional(v.boolean()),
    blocked: v.optional(v.boolean()),
    about: v.optional(v.string()),
    version: Version,
    meta: Meta,
  }),
  'session:revoked': v.object({
    sid: v.optional(v.string()),
    userId: Id,
    /** Without a `sid`: the user's sessions that began before this moment (as `auth_time`) are revoked. */
    before: v.number(),
    exp: v.number(),
    meta: Meta,
  }),
} as const
