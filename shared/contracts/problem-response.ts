import * as v from 'valibot'

/** Every refused request's reply; some codes add members of their own. */
export const ProblemResponse = v.looseObject({
  type: v.pipe(v.string(), v.regex(/^\/problems\/[a-z-]+$/)),
  title: v.string(),
  status: v.number(),
  detail: v.string(),
  requestId: v.string(),
  errors: v.pipe(
    v.array(v.strictObject({ message: v.string(), field: v.optional(v.string()) })),
    v.minLength(1),
  ),
})
