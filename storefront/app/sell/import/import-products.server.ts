import { data, redirect } from '@remix-run/node'
import type { ImportCheck } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { beginImport, checkImport } from '../../api/imports.server.ts'
import { refusedForm, textOf, type FormFault } from '../../forms/parse-form.ts'
import { faultOf, statusOf } from '../../forms/refusals.server.ts'
import { readFile } from './read-file.ts'

export interface ImportOutcome {
  check?: ImportCheck | undefined
  /** The checked file, and the key under which it is imported once: without script, the next form sends it again. */
  file?: { csv: string; key: string } | undefined
  fault?: FormFault | undefined
}

const refused = (fault: FormFault, status: number) => {
  const outcome: ImportOutcome = { fault }
  return data(outcome, { status })
}

/** Checks the chosen file, or begins to import a checked one. */
export async function importProducts(api: Api, form: FormData) {
  if (textOf(form, 'intent') === 'import') return begin(api, form)
  const { csv, error } = await readFile(form.get('file'))
  if (error !== undefined) return refused(refusedForm(form, { fields: { file: error } }), 400)
  try {
    const check = await checkImport(api, csv)
    const outcome: ImportOutcome = { check, file: { csv, key: crypto.randomUUID() } }
    return data(outcome)
  } catch (error_) {
    return refused(asFileFault(faultOf(error_, form)), statusOf(error_))
  }
}

async function begin(api: Api, form: FormData) {
  try {
    const { id } = await beginImport(api, textOf(form, 'csv'), textOf(form, 'key'))
    throw redirect(`/sell/products/import?id=${id}`, { status: 303 })
  } catch (error) {
    if (error instanceof Response) throw error
    const { message, fields } = faultOf(error, form)
    return refused({ message: message ?? fields['csv'], fields: {}, values: {} }, statusOf(error))
  }
}

/** What is wrong with a file is shown at its field. */
function asFileFault({ message = '' }: FormFault): FormFault {
  return { fields: { file: message }, values: {} }
}
