import { MAX_MESSAGE, ReturnReason, toDecimal, toMinorUnits } from '@shop/shared/contracts'
import * as v from 'valibot'
import { textOf } from '../../forms/parse-form.ts'
import type { Choice, Group } from './choices.ts'

/** What was chosen in the first step; it travels in the address of the second. */
export interface Selection {
  lines: { productId: string; quantity: number }[]
  reason: ReturnReason
  note: string
}

/** The selection in an address: `line` for each chosen product, `q-<product>` for its quantity. */
export function selectionOf(params: URLSearchParams, groups: Group[]): Selection {
  const chosen = new Set(params.getAll('line'))
  const lines = groups
    .flatMap(({ choices }) => choices)
    .filter(({ item }) => chosen.has(item.productId))
    .map(({ item, left }) => {
      const wanted = Number(params.get(`q-${item.productId}`) ?? left)
      const quantity = Number.isInteger(wanted) && wanted >= 1 ? Math.min(wanted, left) : left
      return { productId: item.productId, quantity }
    })
  const reason = v.safeParse(ReturnReason, params.get('reason'))
  return {
    lines,
    reason: reason.success ? reason.output : 'withdrawal',
    note: (params.get('note') ?? '').slice(0, MAX_MESSAGE),
  }
}

/** What the second step has shown: sent as it is, so that a repeated press asks for the same. */
export function selectionOfForm(form: FormData): Selection {
  const reason = v.safeParse(ReturnReason, form.get('reason'))
  return {
    lines: form.getAll('line').flatMap((line) => {
      if (typeof line !== 'string') return []
      const [productId = '', quantity = ''] = line.split(':')
      return [{ productId, quantity: Number(quantity) }]
    }),
    reason: reason.success ? reason.output : 'withdrawal',
    note: textOf(form, 'note'),
  }
}

export interface Part extends Choice {
  quantity: number
  amount: number
}

/** The chosen lines of some sellers, with their prices. */
export function partsOf(groups: Group[], { lines }: Selection): Part[] {
  const quantities = new Map(lines.map(({ productId, quantity }) => [productId, quantity]))
  return groups
    .flatMap(({ choices }) => choices)
    .flatMap((choice) => {
      const quantity = quantities.get(choice.item.productId)
      if (quantity === undefined) return []
      const amount = toDecimal(toMinorUnits(choice.item.price) * quantity)
      return [{ ...choice, quantity, amount }]
    })
}

export function sumOfParts(parts: Part[]): number {
  return toDecimal(parts.reduce((sum, { amount }) => sum + toMinorUnits(amount), 0))
}
