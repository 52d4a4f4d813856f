import type { SoldOrderResponse } from '@shop/shared/contracts'
import type { Api } from '../../api/client.server.ts'
import { changeSoldOrder } from '../../api/orders.server.ts'
import { checkRefund } from '../../api/refunds.server.ts'
import { parseForm, textOf, type FormFault } from '../../forms/parse-form.ts'
import { refundInSteps } from '../../forms/refund-steps.server.ts'
import { readRefund } from './read-refund.ts'
import { AnswerSchema, SendSchema } from './schemas.ts'

/** What was done, or the form to show next. */
export type Changed =
  | { done: Done; fault?: never }
  | { done?: never; fault: FormFault; status?: number }

type Done = 'sent' | 'answered' | 'refunded'

/** Does what a form of the order's page asks for. */
export function changeSold(api: Api, order: SoldOrderResponse, form: FormData): Promise<Changed> {
  const { id } = order
  switch (textOf(form, 'intent')) {
    case 'send':
      return send(api, id, form)
    case 'answer':
      return answer(api, id, form)
    case 'goods-back':
      return refundReturn(api, id, form)
    case 'again':
      return refundAgain(api, id, form)
    default:
      return refund(api, order, form)
  }
}

async function send(api: Api, id: string, form: FormData): Promise<Changed> {
  const { output, fault } = parseForm(SendSchema, form)
  if (fault !== undefined) return { fault }
  await changeSoldOrder(api, id, { method: 'PUT', path: 'parcel', json: output })
  return { done: 'sent' }
}

async function answer(api: Api, id: string, form: FormData): Promise<Changed> {
  const { output, fault } = parseForm(AnswerSchema, form)
  if (fault !== undefined) return { fault }
  const path = `returns/${textOf(form, 'return')}`
  await changeSoldOrder(api, id, { method: 'POST', path, json: output })
  return { done: 'answered' }
}

async function refundReturn(api: Api, id: string, form: FormData): Promise<Changed> {
  const path = `returns/${textOf(form, 'return')}/refund`
  const json = { restock: form.has('restock') && !form.has('never') }
  await changeSoldOrder(api, id, { method: 'POST', path, json })
  return { done: 'refunded' }
}

async function refundAgain(api: Api, id: string, form: FormData): Promise<Changed> {
  const path = `refunds/${textOf(form, 'refund')}/again`
  await changeSoldOrder(api, id, { method: 'POST', path, json: {} })
  return { done: 'refunded' }
}

async function refund(api: Api, order: SoldOrderResponse, form: FormData): Promise<Changed> {
  const { id } = order
  const idempotencyKey = textOf(form, 'key')
  const next = await refundInSteps(form, {
    read: () => readRefund(order, form),
    check: (json) => checkRefund(api, id, json),
    make: (json) =>
      changeSoldOrder(api, id, { method: 'POST', path: 'refunds', json, idempotencyKey }),
  })
  return next ?? { done: 'refunded' }
}
