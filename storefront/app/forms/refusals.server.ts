import { isRefusal, isUnavailable } from '../api/refusal.server.ts'
import { UNAVAILABLE } from './failures.ts'
import { refusedForm, type FormFault } from './parse-form.ts'
import { retryText } from './retry-text.ts'

/** The problem code of a refusal, such as `version-conflict`; null for other errors. */
export function codeOf(error: unknown): string | null {
  return isRefusal(error) ? error.problem.type.replace('/problems/', '') : null
}

export function statusOf(error: unknown): number {
  return isRefusal(error) || isUnavailable(error) ? error.status : 500
}

/** Turns a refusal or an unavailable service into form errors; rethrows anything else. */
export function faultOf(error: unknown, form: FormData): FormFault {
  if (isUnavailable(error)) return refusedForm(form, { message: UNAVAILABLE })
  if (!isRefusal(error)) throw error
  if (error.status === 429) return refusedForm(form, { message: retryText(error.retryAfter ?? 1) })
  const fields: Record<string, string> = {}
  for (const { field, message } of error.problem.errors)
    // Skips fields that the form doesn't have: the summary links to fields.
    if (field !== undefined && form.has(field)) fields[field] ??= message
  const hasFields = Object.keys(fields).length > 0
  return refusedForm(form, { fields, ...(!hasFields && { message: error.problem.detail }) })
}

/** Responds 404 where a service found nothing or could not parse the id. */
export function orNotFound(error: unknown): never {
  if (isRefusal(error) && (error.status === 404 || error.status === 400))
    throw new Response(null, { status: 404, statusText: 'Not Found' })
  throw error
}
