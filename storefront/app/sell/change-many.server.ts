import { data } from '@remix-run/node'
import type { BulkResult } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { changeProducts } from '../api/products.server.ts'
import { parseForm, refusedForm } from '../forms/parse-form.ts'
import { BulkForm, readItem, toChange } from './bulk-form.ts'

interface BulkOutcome {
  results: BulkResult[]
}

/** Changes the products that are selected in the list. */
export async function changeMany(api: Api, form: FormData) {
  const items = form.getAll('item').filter((value) => typeof value === 'string')
  if (items.length === 0)
    return data(refusedForm(form, { message: 'Select at least one product' }), { status: 400 })
  const { output, fault } = parseForm(BulkForm, form)
  if (fault !== undefined) return data(fault, { status: 400 })
  const outcome: BulkOutcome = await changeProducts(api, {
    items: items.map(readItem),
    change: toChange(output),
  })
  return data(outcome)
}
