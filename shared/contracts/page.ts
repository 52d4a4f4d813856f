import * as v from 'valibot'

const limitText = v.pipe(
  v.string(),
  v.regex(/^\d{1,3}$/, 'Must be a whole number'),
  v.transform(Number),
  v.minValue(1, 'Must be at least 1'),
  v.maxValue(100, 'Must be at most 100'),
)

/** Query parameters that every list takes; `cursor` is opaque. */
export const pageQuery = {
  limit: v.optional(limitText),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
}

/** Size of a page when the caller names none. */
export const DEFAULT_LIMIT = 30

/** Size of the plain array that a bare request gets, as the original API did. */
export const BARE_LIMIT = 100
