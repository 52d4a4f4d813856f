import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { createProduct } from '../../api/products.server.ts'
import { parseForm, type FormFault } from '../../forms/parse-form.ts'
import { savingFault } from '../saving-fault.server.ts'
import { NewProductSchema } from './schema.ts'

export async function createFromForm(
  api: Api,
  form: FormData,
): Promise<{ product: ProductResponse; fault?: never } | { product?: never; fault: FormFault }> {
  const { output, fault } = parseForm(NewProductSchema, form)
  if (fault !== undefined) return { fault }
  const fields = new FormData()
  for (const [name, value] of Object.entries(output)) fields.set(name, String(value))
  if (form.get('intent') === 'draft') fields.set('draft', 'true')
  const image = form.get('image')
  if (image instanceof File && image.size > 0) fields.set('image', image)
  try {
    return { product: await createProduct(api, fields) }
  } catch (error) {
    return { fault: savingFault(error, form) }
  }
}
