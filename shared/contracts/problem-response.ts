import * as v from 'valibot'

/** The body of every problem; some codes add members. */
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
