import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { addPicture, orderPictures, removePicture } from '../../api/products.server.ts'
import { refusedForm, type FormFault } from '../../forms/parse-form.ts'
import { codeOf } from '../../forms/refusals.server.ts'
import { savingFault } from '../saving-fault.server.ts'
import { moved, namesOf } from './order.ts'

const CHANGED = 'The pictures have changed meanwhile. They are shown as they are now.'

/** Adds, moves or removes a picture, as a form says; gives what is wrong with it. */
export async function changePictures(
  api: Api,
  product: ProductResponse,
  form: FormData,
): Promise<FormFault | null> {
  try {
    if (form.has('image')) return await add(api, product.id, form)
    if (form.has('remove')) await removePicture(api, product.id, textIn(form, 'remove'))
    else await move(api, product, form)
    return null
  } catch (error) {
    // It was removed already.
    if (codeOf(error) === 'not-found') return null
    const fault = savingFault(error, form)
    return form.has('image') || codeOf(error) !== 'validation'
      ? fault
      : refusedForm(form, { message: CHANGED })
  }
}

async function add(api: Api, id: string, form: FormData): Promise<FormFault | null> {
  const image = form.get('image')
  if (!(image instanceof File) || image.size === 0)
    return refusedForm(form, { fields: { image: 'Choose a picture' } })
  const fields = new FormData()
  fields.set('image', image)
  fields.set('alt', textIn(form, 'alt'))
  await addPicture(api, id, fields)
  return null
}

async function move(api: Api, { id, images }: ProductResponse, form: FormData): Promise<void> {
  const names = namesOf(images)
  const order = form.has('up')
    ? moved(names, textIn(form, 'up'), -1)
    : moved(names, textIn(form, 'down'), 1)
  if (order !== names) await orderPictures(api, id, order)
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
