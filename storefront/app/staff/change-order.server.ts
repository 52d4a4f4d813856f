import type { StaffOrderResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { actForSeller } from '../api/staff-orders.server.ts'
import { parseForm, textOf, type FormFault } from '../forms/parse-form.ts'
import { AgainForm, RefundForm, ReturnForm } from './order-forms.ts'

type Result = { done: string; fault?: never } | { done?: never; fault: FormFault }

/** Does what a form of the staff's order page asks for. */
export async function changeOrder(
  api: Api,
  { id }: StaffOrderResponse,
  form: FormData,
): Promise<Result> {
  const intent = textOf(form, 'intent')
  if (intent.startsWith('again')) return tryAgain(api, id, form)
  if (intent.startsWith('returned')) return refundReturn(api, id, form)
  return refund(api, id, form)
}

async function refund(api: Api, id: string, form: FormData): Promise<Result> {
  const { output, fault } = parseForm(RefundForm, form)
  if (fault !== undefined) return { fault }
  const { amount, reason, shipping } = output
  const json = { amount, reason, ...(shipping && { shipping: true }) }
  await actForSeller(api, id, { path: 'refunds', json, ...staffOf(output) })
  return { done: 'refund' }
}

async function tryAgain(api: Api, id: string, form: FormData): Promise<Result> {
  const { output, fault } = parseForm(AgainForm, form)
  if (fault !== undefined) return { fault }
  const path = `refunds/${encodeURIComponent(output.refundId)}/again`
  await actForSeller(api, id, { path, json: {}, ...staffOf(output) })
  return { done: 'again' }
}

async function refundReturn(api: Api, id: string, form: FormData): Promise<Result> {
  const { output, fault } = parseForm(ReturnForm, form)
  if (fault !== undefined) return { fault }
  const path = `returns/${encodeURIComponent(output.returnId)}/refund`
  const json = { restock: output.restock === 'on' }
  await actForSeller(api, id, { path, json, ...staffOf(output) })
  return { done: 'returned' }
}

function staffOf({
  sellerId,
  explanation,
  key,
}: {
  sellerId: string
  explanation: string
  key: string
}) {
  return { staff: { sellerId, reason: explanation }, idempotencyKey: key }
}
