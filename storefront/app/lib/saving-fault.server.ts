import { isRefusal } from '../api/client.server.ts'
import type { FormFault } from './forms.ts'
import { codeOf, faultOf } from './refusals.server.ts'

const ABOUT_THE_FILE = new Set(['payload-too-large', 'unsupported-media-type'])
const LATER = 'It could not be saved just now. Nothing is lost: try again in a moment.'

/** Why something was not saved: what is about a picture stands at its field, an outage keeps the form. */
export function savingFault(error: unknown): Pick<FormFault, 'fields' | 'message'> {
  if (isRefusal(error) && error.status >= 500) return { fields: {}, message: LATER }
  const { fields, message } = faultOf(error, new FormData())
  if (message === undefined) return { fields }
  const isAboutFile = ABOUT_THE_FILE.has(codeOf(error) ?? '')
  return isAboutFile ? { fields: { image: message } } : { fields, message }
}
