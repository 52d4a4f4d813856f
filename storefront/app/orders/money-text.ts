import { doneRefunds, toDecimal, toMinorUnits, type OrderResponse } from '@shop/shared/contracts'
import { money } from '../lib/money.ts'

/** One sentence about the money of a paid order: what was paid, what is back, what is on its way. */
export function moneyText({ total, refunds }: Pick<OrderResponse, 'total' | 'refunds'>): string {
  const paid = `You paid ${money(total)}.`
  const back = sumOf(doneRefunds(refunds))
  const onItsWay = sumOf(refunds.filter(({ status }) => status === 'Asked'))
  const parts = [
    ...(back > 0 ? [`${money(back)} is back on your card`] : []),
    ...(onItsWay > 0 ? [`${money(onItsWay)} is on its way`] : []),
  ]
  return parts.length === 0 ? paid : `${paid} ${parts.join(', and ')}.`
}

export function sumOf(refunds: { amount: number }[]): number {
  return toDecimal(refunds.reduce((sum, { amount }) => sum + toMinorUnits(amount), 0))
}
