import type { DueCounts, SalesResponse } from '@shop/shared/contracts'
import { money } from '../../lib/money.ts'
import { count } from '../../lib/words.ts'

interface Figure {
  name: string
  value: string
  /** A plain comparison. */
  note: string
}

type Sales = Omit<SalesResponse, 'days'>

/** The figures of the last days, each with what it compares to. */
export function figuresOf({ previous, ...sales }: Sales, days: number): Figure[] {
  const { orders, units, revenue, refunds } = sales
  const before = `previous ${days} days`
  return [
    {
      name: `Sales, ${days} days`,
      value: money(revenue),
      note: changeText(revenue - previous.revenue, money, before),
    },
    {
      name: 'Orders',
      value: orders.toLocaleString('en-US'),
      note: changeText(orders - previous.orders, String, before),
    },
    {
      name: 'Items sold',
      value: units.toLocaleString('en-US'),
      note: orders === 0 ? 'No orders' : `${(units / orders).toFixed(1)} per order`,
    },
    {
      name: 'Refunded',
      value: money(refunds),
      note: changeText(refunds - previous.refunds, money, before),
    },
  ]
}

function changeText(change: number, text: (amount: number) => string, before: string): string {
  const cents = Math.round(change * 100) / 100
  if (cents === 0) return `The same as in the ${before}`
  return `${text(Math.abs(cents))} ${cents > 0 ? 'more' : 'less'} than in the ${before}`
}

/** How many parcels are late or due today; an earlier version of the service does not say. */
export function dueSentence(due: DueCounts | undefined): string {
  if (due === undefined) return 'Each shows by when to send it.'
  const { late, today } = due
  const parts = [
    ...(today > 0 ? [`${count(today, 'parcel')} due today`] : []),
    ...(late > 0 ? [`${late} late`] : []),
  ]
  return parts.length === 0 ? 'None is due today.' : `${parts.join(', ')}.`
}
