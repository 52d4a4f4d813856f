import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { getProduct, updateProduct } from '../api/products.server.ts'
import { parseForm, refusedForm, type FormFault } from './forms.ts'
import { marksOf, mergeEdit, readMarks, writeMarks, type Merged } from './merge-edit.ts'
import { EditProductForm, formValues, textsOfProduct, type ProductTexts } from './product-form.ts'
import { codeOf } from './refusals.server.ts'
import { savingFault } from './saving-fault.server.ts'

/** A product's texts as they are now, with what an edit of them must carry. */
export interface Edited extends ProductTexts {
  seen: string
}

/** What came of an edit: saved, or what is wrong; `now` is what it must be made on from here on. */
export type SaveOutcome =
  | { kind: 'saved'; now: Edited; hasMerged: boolean }
  | { kind: 'refused'; fault: FormFault; now?: Edited | undefined }

const CONFLICT =
  'Someone changed this product while you were editing. Your text is kept below; compare and save again.'
const BUSY = 'This product is being changed too often just now. Try again in a moment.'

const MAX_TRIES = 8

/** What a form of this product must carry. */
export async function editedOf(product: ProductResponse): Promise<Edited> {
  const texts = textsOfProduct(product)
  return { ...texts, seen: writeMarks(await marksOf(texts)) }
}

/** Saves what a form changes; asks again when somebody else has changed the same meanwhile. */
export async function saveProduct(
  api: Api,
  product: ProductResponse,
  form: FormData,
): Promise<SaveOutcome> {
  const { output, fault } = parseForm(EditProductForm, form)
  if (fault !== undefined) return { kind: 'refused', fault }
  const { seen, ...typed } = output
  try {
    return await merged(api, product, { typed, seen, form })
  } catch (error) {
    return { kind: 'refused', fault: savingFault(error, form) }
  }
}

interface Edit {
  typed: ProductTexts
  seen: string
  form: FormData
}

/** Sales and pictures change the version, too: the edit is then made again on the product as it is. */
async function merged(api: Api, product: ProductResponse, edit: Edit): Promise<SaveOutcome> {
  const typedMarks = await marksOf(edit.typed)
  let now = product
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    const nowMarks = await marksOf(textsOfProduct(now))
    const merge = mergeEdit(readMarks(edit.seen), typedMarks, nowMarks)
    if (merge.contested.length > 0) return conflict(now, edit, merge)
    const saved = await written(api, now, edit.typed, merge)
    if (saved !== null)
      return { kind: 'saved', now: await editedOf(saved), hasMerged: merge.theirs.length > 0 }
    now = await getProduct(api, product.id)
  }
  return { kind: 'refused', fault: refusedForm(edit.form, { message: BUSY }) }
}

/** Writes what the edit changes; null when the product is another one meanwhile. */
async function written(api: Api, now: ProductResponse, typed: ProductTexts, { mine }: Merged) {
  if (mine.length === 0) return now
  const changes = Object.fromEntries(mine.map((name) => [name, typed[name]]))
  try {
    const { title, price, version } = now
    return await updateProduct(api, now.id, { title, price, ...changes, version })
  } catch (error) {
    if (codeOf(error) === 'version-conflict') return null
    throw error
  }
}

/** What was typed, beside what others have changed and this edit has not. */
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
