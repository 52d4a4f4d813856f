import type { StaffOrderResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { checkRefund } from '../api/refunds.server.ts'
import { actForSeller } from '../api/staff-orders.server.ts'
import { parseForm, textOf, type FormFault } from '../forms/parse-form.ts'
import { refundInSteps } from '../forms/refund-steps.server.ts'
import { AgainForm, RefundForm, ReturnForm } from './order-forms.ts'

type Result = { done: string; fault?: never } | { done?: never; fault: FormFault; status?: number }

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
  const idempotencyKey = textOf(form, 'key')
  const next = await refundInSteps(form, {
    read: () => readRefund(form),
    check: (json) => checkRefund(api, id, json),
    make: (json) => actForSeller(api, id, { path: 'refunds', json, idempotencyKey }),
  })
  return next ?? { done: 'refund' }
}

function readRefund(form: FormData) {
  const { output, fault } = parseForm(RefundForm, form)
  if (fault !== undefined) return { fault }
  const { amount, reason, shipping } = output
  return { output: { amount, reason, ...(shipping && { shipping: true }), ...staffOf(output) } }
}

async function tryAgain(api: Api, id: string, form: FormData): Promise<Result> {
  const { output, fault } = parseForm(AgainForm, form)
  if (fault !== undefined) return { fault }
  const path = `refunds/${encodeURIComponent(output.refundId)}/again`
  await actForSeller(api, id, { path, ...actOf({}, output) })
  return { done: 'again' }
}

async function refundReturn(api: Api, id: string, form: FormData): Promise<Result> {
  const { output, fault } = parseForm(ReturnForm, form)
  if (fault !== undefined) return { fault }
  const path = `returns/${encodeURIComponent(output.returnId)}/refund`
  const json = { restock: output.restock === 'on' }
  await actForSeller(api, id, { path, ...actOf(json, output) })
  return { done: 'returned' }
}

interface Act {
  sellerId: string
  explanation: string
}

const staffOf = ({ sellerId, explanation }: Act) => ({
  staff: { sellerId, reason: explanation },
})

function actOf(json: object, act: Act & { key: string }) {
  return { json: { ...json, ...staffOf(act) }, idempotencyKey: act.key }
}
