import type { SalesResponse } from '@shop/shared/contracts'
import { compareEach, type Finding } from './finding.ts'

/** A complete order as it is stored; amounts in minor units. */
export interface CompleteOrder {
  id: string
  completedAt: Date
  items: { productId: string; price: number; quantity: number; sellerId: string }[]
  refunds: { id: string; sellerId?: string; shipping?: number; at: Date; doneAt?: Date }[]
}

/** A refund as payments has stored it. */
export interface PaidRefund {
  id: string
  orderId: string
  amount: number
  state: string
  reversed?: boolean
}

export interface SalesFacts {
  orders: CompleteOrder[]
  refunds: PaidRefund[]
  /** What the shop tells each seller. */
  summaries: Map<string, SalesResponse>
}

type Figures = Pick<SalesResponse, 'orders' | 'units' | 'revenue' | 'refunds'>

/** Checks every figure of the sellers' summaries against orders, and refunds against payments. */
export function checkSales({ orders, refunds, summaries }: SalesFacts): Finding[] {
  const made = refunds.filter(({ state, reversed }) => state === 'done' && reversed !== true)
  const moneyOf = new Map(made.map(({ id, amount }) => [id, amount]))
  return [
    compareEach('sales summaries equal orders and refunds', summaries, ([sellerId, summary]) => {
      const days = daysOf(orders, sellerId, moneyOf)
      const wrong = [
        ...summary.days.map(({ day, ...figures }) => differs(day, figures, days.get(day))),
        differs('previous', summary.previous, sumOf(days, summary.previous)),
        differs('period', summary, sumOf(days, summary)),
        ...summary.bestsellers.map((product) => wrongUnits(orders, summary, product)),
      ].find((difference) => difference !== null)
      return wrong === undefined ? null : `${sellerId}: ${wrong}`
    }),
  ]
}

const NOTHING: Figures = { orders: 0, units: 0, revenue: 0, refunds: 0 }

const dayOf = (at: Date) => at.toISOString().slice(0, 10)

function daysOf(orders: CompleteOrder[], sellerId: string, moneyOf: Map<string, number>) {
  const days = new Map<string, Figures>()
  const count = (at: Date, figures: Partial<Figures>) => {
    const day = dayOf(at)
    days.set(day, added(days.get(day) ?? NOTHING, { ...NOTHING, ...figures }))
  }
  for (const { completedAt, items, refunds } of orders) {
    const own = items.filter((line) => line.sellerId === sellerId)
    if (own.length === 0) continue
    const units = own.reduce((sum, { quantity }) => sum + quantity, 0)
    const revenue = own.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    count(completedAt, { orders: 1, units, revenue })
    // A refund of the whole order names no seller.
    const isOnlySeller = own.length === items.length
    for (const { id, sellerId: of, shipping = 0, at, doneAt = at } of refunds)
      if (moneyOf.has(id) && (isOnlySeller || of === sellerId))
        count(doneAt, { refunds: (moneyOf.get(id) ?? 0) - shipping })
  }
  return days
}

function sumOf(days: Map<string, Figures>, { from, to }: { from: string; to: string }): Figures {
  const within = [...days].filter(([day]) => day >= from && day <= to)
  return within.reduce((sum, [, figures]) => added(sum, figures), NOTHING)
}

function added(a: Figures, b: Figures): Figures {
  return {
    orders: a.orders + b.orders,
    units: a.units + b.units,
    revenue: a.revenue + b.revenue,
    refunds: a.refunds + b.refunds,
  }
}

/** The figures that the shop shows are in dollars. */
function differs(what: string, shown: Figures, stored: Figures = NOTHING): string | null {
  const { orders, units, revenue, refunds } = shown
  const cents = { orders, units, revenue: cent(revenue), refunds: cent(refunds) }
  const [found, wanted] = [textOf(cents), textOf(stored)]
  return found === wanted ? null : `${what} ${found} instead of ${wanted}`
}

const cent = (amount: number) => Math.round(amount * 100)
const textOf = ({ orders, units, revenue, refunds }: Figures) =>
  `${orders}/${units}/${revenue}/${refunds}`

function wrongUnits(
  orders: CompleteOrder[],
  { from, to }: SalesResponse,
  { productId, units }: SalesResponse['bestsellers'][number],
): string | null {
  const stored = orders
    .filter(({ completedAt }) => dayOf(completedAt) >= from && dayOf(completedAt) <= to)
    .flatMap(({ items }) => items)
    .filter((line) => line.productId === productId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return stored === units ? null : `${productId} ${units} instead of ${stored}`
}
