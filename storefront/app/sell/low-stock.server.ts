import { redirect } from '@remix-run/node'
import { MAX_LOW_STOCK } from '@shop/shared/contracts'
import * as v from 'valibot'
import { changeProfile, getProfile } from '../api/auth.server.ts'
import type { Api } from '../api/client.server.ts'
import { parseForm, type FormFault } from '../forms/parse-form.ts'
import { readWhole } from '../lib/money.ts'
import { LOW_STOCK } from '../ui/stock-note.tsx'

const HELP = `Enter a whole number from 0 to ${MAX_LOW_STOCK}`

const LowStockForm = v.object({
  lowStock: v.pipe(
    v.string(HELP),
    v.transform(readWhole),
    v.number(HELP),
    v.minValue(0, HELP),
    v.maxValue(MAX_LOW_STOCK, HELP),
  ),
})

/** At how many units the seller is reminded of a product. */
export async function lowStockOf(api: Api): Promise<number> {
  return (await getProfile(api)).lowStock ?? LOW_STOCK
}

/** Saves from how many units on a product counts as low, and shows the page again. */
export async function saveLowStock(api: Api, form: FormData, page: string): Promise<FormFault> {
  const { output, fault } = parseForm(LowStockForm, form)
  if (fault !== undefined) return fault
  await changeProfile(api, output)
  throw redirect(page, { status: 303 })
}
