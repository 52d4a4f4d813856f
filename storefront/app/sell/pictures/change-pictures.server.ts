import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import * as products from '../../api/products.server.ts'
import { refusedForm, type FormFault } from '../../forms/parse-form.ts'
import { codeOf } from '../../forms/refusals.server.ts'
import { savingFault } from '../saving-fault.server.ts'
import { moved, namesOf } from './order.ts'

const CHANGED = 'The pictures changed in the meantime. The current ones are shown.'

export async function addPicture(
  api: Api,
  { id }: ProductResponse,
  form: FormData,
): Promise<FormFault | null> {
  const image = form.get('image')
  if (!(image instanceof File) || image.size === 0)
    return refusedForm(form, { fields: { image: 'Choose a picture' } })
  const fields = new FormData()
  fields.set('image', image)
  fields.set('alt', textIn(form, 'alt'))
  try {
    await products.addPicture(api, id, fields)
    return null
  } catch (error) {
    return savingFault(error, form)
  }
}

export async function changePictures(
  api: Api,
  product: ProductResponse,
  form: FormData,
): Promise<FormFault | null> {
  try {
    if (form.has('remove')) await products.removePicture(api, product.id, textIn(form, 'remove'))
    else await move(api, product, form)
    return null
  } catch (error) {
    // Already removed.
    if (codeOf(error) === 'not-found') return null
    return codeOf(error) === 'validation'
      ? refusedForm(form, { message: CHANGED })
      : savingFault(error, form)
  }
}

async function move(api: Api, { id, images }: ProductResponse, form: FormData): Promise<void> {
  const names = namesOf(images)
  const order = form.has('up')
    ? moved(names, textIn(form, 'up'), -1)
    : moved(names, textIn(form, 'down'), 1)
  if (order !== names) await products.orderPictures(api, id, order)
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
