import * as v from 'valibot'
import { MAX_LIMIT } from './limits.ts'

const limitText = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, 'Must be a whole number'),
  v.transform(Number),
  v.minValue(1, 'Must be at least 1'),
  v.maxValue(MAX_LIMIT, `Must be at most ${MAX_LIMIT}`),
)

/** Query parameters that every list takes; `cursor` is opaque. */
export const pageQuery = {
  limit: v.optional(limitText),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
}
