import type { Api } from '../api/client.server.ts'
import { changeStock, getProduct } from '../api/products.server.ts'
import { parseForm, refusedForm, type FormFault } from '../forms/parse-form.ts'
import { codeOf } from '../forms/refusals.server.ts'
import { formatCount } from './labels.ts'
import { StockSchema } from './product-form/schema.ts'
import { savingFault } from './saving-fault.server.ts'

type Moved = { by: number; fault?: never } | { by?: never; fault: FormFault }

export async function saveStockChange(api: Api, id: string, form: FormData): Promise<Moved> {
  const { output, fault } = parseForm(StockSchema, form)
  if (fault !== undefined) return { fault }
  try {
    await changeStock(api, id, output)
    return { by: output.delta }
  } catch (error) {
    if (codeOf(error) !== 'stock-held') return { fault: savingFault(error, form) }
    return { fault: refusedForm(form, { fields: { delta: await reservedText(api, id) } }) }
  }
}

async function reservedText(api: Api, id: string): Promise<string> {
  const { quantity, available } = await getProduct(api, id)
  const [removable, all, reserved] = [available, quantity, quantity - available].map(formatCount)
  if (available === quantity) return `Only ${removable} in stock: remove at most ${removable}`
  return `${reserved} of ${all} ${reserved === '1' ? 'is' : 'are'} reserved for orders: remove at most ${removable}`
}
