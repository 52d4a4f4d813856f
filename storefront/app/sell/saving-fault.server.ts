import type { FormFault } from '../forms/parse-form.ts'
import { codeOf, faultOf } from '../forms/refusals.server.ts'

const ABOUT_THE_FILE = new Set(['payload-too-large', 'unsupported-media-type'])

/** Why a product was not saved; file errors are shown at the file input. */
export function savingFault(error: unknown, form: FormData): FormFault {
  const { message, ...fault } = faultOf(error, form)
  if (message === undefined) return fault
  const isAboutFile = ABOUT_THE_FILE.has(codeOf(error) ?? '')
  return isAboutFile ? { ...fault, fields: { image: message } } : { ...fault, message }
}
