import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { getProduct, updateProduct } from '../../api/products.server.ts'
import { parseForm, refusedForm, type FormFault } from '../../forms/parse-form.ts'
import { codeOf } from '../../forms/refusals.server.ts'
import { savingFault } from '../saving-fault.server.ts'
import {
  fingerprintsOf,
  mergeEdit,
  parseFingerprints,
  formatFingerprints,
  type Merged,
} from './merge-edit.ts'
import { EditProductSchema, formValues, textsOfProduct, type ProductTexts } from './schema.ts'

/** A product's editable fields, with the fingerprints of the version they came from. */
export interface Edited extends ProductTexts {
  seen: string
}

/** The result of an edit; `now` is the version that the next edit is based on. */
export type SaveOutcome =
  | { kind: 'saved'; now: Edited; hasMerged: boolean }
  | { kind: 'refused'; fault: FormFault; now?: Edited | undefined }

const CONFLICT =
  'Someone else changed this product while you were editing. Your text is kept below. Compare and save again.'
const BUSY = 'This product keeps changing right now. Try again in a moment.'

const MAX_ATTEMPTS = 8

export async function editedOf(product: ProductResponse): Promise<Edited> {
  const texts = textsOfProduct(product)
  return { ...texts, seen: formatFingerprints(await fingerprintsOf(texts)) }
}

/** Saves the changed fields, or returns a conflict when someone else has changed the same ones. */
export async function saveProduct(
  api: Api,
  product: ProductResponse,
  form: FormData,
): Promise<SaveOutcome> {
  const { output, fault } = parseForm(EditProductSchema, form)
  if (fault !== undefined) return { kind: 'refused', fault }
  const { seen, ...typed } = output
  try {
    return await mergeAndSave(api, product, { typed, seen, form })
  } catch (error) {
    return { kind: 'refused', fault: savingFault(error, form) }
  }
}

interface Edit {
  typed: ProductTexts
  seen: string
  form: FormData
}

/** Retries on a version conflict: sales and pictures change the version too. */
async function mergeAndSave(api: Api, product: ProductResponse, edit: Edit): Promise<SaveOutcome> {
  const typedPrints = await fingerprintsOf(edit.typed)
  let now = product
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    const currentPrints = await fingerprintsOf(textsOfProduct(now))
    const merge = mergeEdit(parseFingerprints(edit.seen), typedPrints, currentPrints)
    if (merge.contested.length > 0) return conflict(now, edit, merge)
    const saved = await writeChanges(api, now, edit.typed, merge)
    if (saved !== null)
      return { kind: 'saved', now: await editedOf(saved), hasMerged: merge.theirs.length > 0 }
    now = await getProduct(api, product.id)
  }
  return { kind: 'refused', fault: refusedForm(edit.form, { message: BUSY }) }
}

/** Returns null on a version conflict. */
async function writeChanges(api: Api, now: ProductResponse, typed: ProductTexts, { mine }: Merged) {
  if (mine.length === 0) return now
  const { title, price, version } = now
  const changes = Object.fromEntries(mine.map((name) => [name, typed[name]]))
  try {
    return await updateProduct(api, now.id, { title, price, ...changes, version })
  } catch (error) {
    if (codeOf(error) === 'version-conflict') return null
    throw error
  }
}

/** Keeps what was typed, and takes over the other fields that someone else has changed. */
async function conflict(
  now: ProductResponse,
  { form }: Edit,
  { theirs }: Merged,
): Promise<SaveOutcome> {
  const fault = refusedForm(form, { message: CONFLICT })
  const shown = formValues(textsOfProduct(now))
  const values = {
    ...fault.values,
    ...Object.fromEntries(theirs.map((name) => [name, shown[name]])),
  }
  return { kind: 'refused', fault: { ...fault, values }, now: await editedOf(now) }
}
