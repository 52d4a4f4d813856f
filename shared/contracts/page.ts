import * as v from 'valibot'
import { MAX_LIMIT } from './limits.ts'

const Limit = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, 'Must be a whole number'),
  v.transform(Number),
  v.number(),
  v.integer(),
  v.minValue(1, 'Must be at least 1'),
  v.maxValue(MAX_LIMIT, `Must be at most ${MAX_LIMIT}`),
  v.description('Items of a page.'),
)

const CURSOR = 'Where the page starts: `nextCursor` of the page before it.'

/** The cursor of a list; it is opaque to clients. */
export function cursor(maxLength: number) {
  return v.optional(v.pipe(v.string(), v.maxLength(maxLength), v.description(CURSOR)))
}

/** Query parameters of every list. */
export const pageQuery = { limit: v.optional(Limit), cursor: cursor(200) }
