import type { ProductReply, UpdateProductBody } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { getProduct, updateProduct } from '../api/products.server.ts'
import { parseForm, refusedForm, type FormFault } from './forms.ts'
import { EditProductForm, textsOfProduct, type ProductTexts } from './product-form.ts'
import { codeOf } from './refusals.server.ts'
import { savingFault } from './saving-fault.server.ts'

/** A product's texts as they are now, with what an edit of them must carry. */
export interface Edited extends ProductTexts {
  version: number
  seen: string
}

/** What came of an edit: saved, or what is wrong; `now` is what it must be made on from here on. */
export type SaveOutcome =
  | { kind: 'saved'; now: Edited }
  | { kind: 'refused'; fault: FormFault; now?: Edited | undefined }

const CONFLICT =
  'Someone changed this product while you were editing. Your text is kept below; compare and save again.'

const MARK_BYTES = 12

/** What a form of this product must carry. */
export async function editedOf(product: ProductReply): Promise<Edited> {
  const texts = textsOfProduct(product)
  return { ...texts, version: product.version, seen: await markOf(texts) }
}

/** Saves what a form says; asks again when somebody else has changed what it was made on. */
export async function saveProduct(api: Api, id: string, form: FormData): Promise<SaveOutcome> {
  const { output, fault } = parseForm(EditProductForm, form)
  if (fault !== undefined) return { kind: 'refused', fault }
  const { seen, ...body } = output
  try {
    const { product, isSaved } = await written(api, id, body, seen)
    const now = await editedOf(product)
    if (isSaved) return { kind: 'saved', now }
    return { kind: 'refused', fault: refusedForm(form, { message: CONFLICT }), now }
  } catch (error) {
    return { kind: 'refused', fault: savingFault(error, form) }
  }
}

/** Sales and pictures change the version too: only other texts than were seen stand against an edit. */
async function written(
  api: Api,
  id: string,
  body: UpdateProductBody,
  seen: string,
): Promise<{ product: ProductReply; isSaved: boolean }> {
  try {
    return { product: await updateProduct(api, id, body), isSaved: true }
  } catch (error) {
    if (codeOf(error) !== 'version-conflict') throw error
    const product = await getProduct(api, id)
    const { version } = product
    return (await markOf(textsOfProduct(product))) === seen
      ? written(api, id, { ...body, version }, seen)
      : { product, isSaved: false }
  }
}

async function markOf({ title, description, category, price }: ProductTexts): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([title, description, category, price]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text))
  return digest.slice(0, MARK_BYTES).toHex()
}
