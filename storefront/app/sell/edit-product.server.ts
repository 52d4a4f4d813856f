import { data, redirect } from '@remix-run/node'
import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import {
  appealProduct,
  archiveProduct,
  publishProduct,
  restoreProduct,
} from '../api/products.server.ts'
import { isDocumentRequest } from '../forms/document-request.ts'
import { parseForm, type FormFault } from '../forms/parse-form.ts'
import { safePath } from '../lib/safe-path.ts'
import { AppealForm } from './appeal-form.ts'
import { addPicture, changePictures } from './pictures/change-pictures.server.ts'
import { saveProduct, type SaveOutcome } from './product-form/save-product.server.ts'

export interface EditOutcome {
  saving?: SaveOutcome | undefined
  pictures?: FormFault | undefined
  appeal?: FormFault | undefined
}

const LIST = '/sell/products'

export async function editProduct(
  api: Api,
  form: FormData,
  request: Request,
  product: ProductResponse,
) {
  const { id } = product
  const intent = form.get('intent')
  switch (typeof intent === 'string' ? intent : '') {
    case 'archive':
      await archiveProduct(api, id)
      throw redirect(backTo(form, LIST, { archived: id }), { status: 303 })
    case 'restore':
      await restoreProduct(api, id)
      throw redirect(backTo(form, `${LIST}/${id}`, { restored: id }), { status: 303 })
    case 'publish':
      await publishProduct(api, id)
      throw redirect(backTo(form, `${LIST}/${id}`, { published: id }), { status: 303 })
    case 'appeal':
      return appealResponse(api, id, form)
    case 'save':
      return saveResponse(await saveProduct(api, product, form))
    case 'add-picture':
      return pictureResponse(await addPicture(api, product, form), request)
    case 'change-pictures':
      return pictureResponse(await changePictures(api, product, form), request)
    default:
      throw new Response(null, { status: 400, statusText: 'Bad Request' })
  }
}

async function appealResponse(api: Api, id: string, form: FormData) {
  const { output, fault } = parseForm(AppealForm, form)
  const outcome: EditOutcome = fault === undefined ? {} : { appeal: fault }
  if (output === undefined) return data(outcome, { status: 400 })
  await appealProduct(api, id, output.note)
  throw redirect(`${LIST}/${id}?appealed=1`, { status: 303 })
}

function saveResponse(saving: SaveOutcome) {
  const outcome: EditOutcome = { saving }
  return data(outcome, { status: saving.kind === 'saved' ? 200 : 400 })
}

function pictureResponse(fault: FormFault | null, request: Request) {
  const outcome: EditOutcome = fault === null ? {} : { pictures: fault }
  if (fault === null && isDocumentRequest(request))
    throw redirect(`${new URL(request.url).pathname}#pictures`, { status: 303 })
  return data(outcome, { status: fault === null ? 200 : 400 })
}

/** The list that a form was sent from, or a fallback, with a message about what was done. */
function backTo(form: FormData, fallback: string, done: Record<string, string>): string {
  const back = form.get('back')
  const wanted = typeof back === 'string' && back.split('?')[0] === LIST ? back : null
  const url = new URL(safePath(wanted, fallback), 'http://shop.invalid')
  for (const name of ['archived', 'restored', 'published']) url.searchParams.delete(name)
  for (const [name, value] of Object.entries(done)) url.searchParams.set(name, value)
  return url.pathname + url.search
}
