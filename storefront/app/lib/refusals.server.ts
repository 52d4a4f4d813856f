import { isRefusal } from '../api/client.server.ts'
import { refusedForm, type FormFault } from './forms.ts'

/** The code of a service's refusal, such as `version-conflict`; null for any other error. */
export function codeOf(error: unknown): string | null {
  return isRefusal(error) ? error.problem.type.replace('/problems/', '') : null
}

/** What a service found wrong with a form; throws on whatever is not the form's fault. */
export function faultOf(error: unknown, form: FormData): FormFault {
  if (!isRefusal(error) || error.status >= 500) throw error
  const fields: Record<string, string> = {}
  for (const { field, message } of error.problem.errors)
    if (field !== undefined) fields[field] ??= message
  const hasFields = Object.keys(fields).length > 0
  return refusedForm(form, { fields, ...(!hasFields && { message: error.problem.detail }) })
}

/** Answers 404 as a page where a service found nothing. */
export function orNotFound(error: unknown): never {
  if (isRefusal(error) && error.status === 404)
    throw new Response(null, { status: 404, statusText: 'Not Found' })
  throw error
}
