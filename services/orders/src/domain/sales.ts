import { dayAfter, daysBetween, doneRefunds } from '@shop/shared/contracts'
import type { PaidOrder } from './after-sale.ts'
import { refundsOf } from './list-keys.ts'

const BESTSELLERS = 5

/** Days in UTC, both included, as 2026-11-29. */
export interface Period {
  from: string
  to: string
}

/** Amounts are in minor units, without shipping. */
export interface Figures {
  orders: number
  units: number
  revenue: number
  refunds: number
}

export interface Bestseller {
  productId: string
  title: string
  picture: string | null
  units: number
  revenue: number
}

type SoldOrder = Pick<PaidOrder, 'items' | 'completedAt' | 'refunds'>

/** As many days right before a period. */
export function periodBefore({ from, to }: Period): Period {
  const days = daysBetween(from, to)
  return { from: dayAfter(from, -days), to: dayAfter(from, -1) }
}

/** Adds up what a seller sold and what was refunded, by day. */
export class Sales {
  readonly #sellerId: string
  readonly #period: Period
  readonly #days = new Map<string, Figures>()
  readonly #products = new Map<string, Bestseller>()

  constructor(sellerId: string, period: Period) {
    this.#sellerId = sellerId
    this.#period = period
  }

  add(order: SoldOrder): void {
    const lines = order.items.filter(({ sellerId }) => sellerId === this.#sellerId)
    if (order.completedAt !== undefined) {
      const day = dayOf(order.completedAt)
      const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
      const revenue = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
      this.#count(day, { orders: 1, units, revenue, refunds: 0 })
      if (day >= this.#period.from && day <= this.#period.to) this.#countProducts(lines)
    }
    for (const { amount, shipping, at, doneAt = at } of doneRefunds(
      refundsOf(order, this.#sellerId),
    ))
      this.#count(dayOf(doneAt), { ...NOTHING, refunds: amount - shipping })
  }

  /** The figures of each day, empty ones too. */
  days({ from, to }: Period): (Figures & { day: string })[] {
    return Array.from({ length: daysBetween(from, to) }, (_, n) => {
      const day = dayAfter(from, n)
      return { day, ...(this.#days.get(day) ?? NOTHING) }
    })
  }

  /** The products with the most units sold in the period. */
  bestsellers(): Bestseller[] {
    return [...this.#products.values()]
      .toSorted((a, b) => b.units - a.units || b.revenue - a.revenue)
      .slice(0, BESTSELLERS)
  }

  #count(day: string, figures: Figures): void {
    this.#days.set(day, added(this.#days.get(day) ?? NOTHING, figures))
  }

  #countProducts(lines: SoldOrder['items']): void {
    for (const { productId, title, picture, price, quantity } of lines) {
      const { units, revenue } = this.#products.get(productId) ?? { units: 0, revenue: 0 }
      this.#products.set(productId, {
        productId,
        title,
        picture,
        units: units + quantity,
        revenue: revenue + price * quantity,
      })
    }
  }
}

const NOTHING: Figures = { orders: 0, units: 0, revenue: 0, refunds: 0 }

/** The figures of some days together. */
export function sumOf(days: Figures[]): Figures {
  return days.reduce(added, NOTHING)
}

function added(a: Figures, b: Figures): Figures {
  return {
    orders: a.orders + b.orders,
    units: a.units + b.units,
    revenue: a.revenue + b.revenue,
    refunds: a.refunds + b.refunds,
  }
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}
