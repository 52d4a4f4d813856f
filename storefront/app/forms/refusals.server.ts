import { isRefusal, isUnavailable } from '../api/client.server.ts'
import { UNAVAILABLE } from './failures.ts'
import { refusedForm, type FormFault } from './parse-form.ts'
import { waitText } from './retry-text.ts'

/** The code of a service's refusal, such as `version-conflict`; null for any other error. */
export function codeOf(error: unknown): string | null {
  return isRefusal(error) ? error.problem.type.replace('/problems/', '') : null
}

/** The status of a page whose form was refused, or met a service that is away. */
export function statusOf(error: unknown): number {
  return isRefusal(error) || isUnavailable(error) ? error.status : 500
}

/** What a refusal, or a service that is away, means for a form; throws on whatever is neither. */
export function faultOf(error: unknown, form: FormData): FormFault {
  if (isUnavailable(error)) return refusedForm(form, { message: UNAVAILABLE })
  if (!isRefusal(error)) throw error
  if (error.status === 429) return refusedForm(form, { message: waitText(error.retryAfter ?? 1) })
  const fields: Record<string, string> = {}
  for (const { field, message } of error.problem.errors)
    // A link to a field that the form does not have would lead nowhere.
    if (field !== undefined && form.has(field)) fields[field] ??= message
  const hasFields = Object.keys(fields).length > 0
  return refusedForm(form, { fields, ...(!hasFields && { message: error.problem.detail }) })
}

/** Throws the page for what is not there, where a service found nothing at an id, or could not read it. */
export function orNotFound(error: unknown): never {
  if (isRefusal(error) && (error.status === 404 || error.status === 400))
    throw new Response(null, { status: 404, statusText: 'Not Found' })
  throw error
}
