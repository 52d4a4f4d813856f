import {
  dayAfter,
  daysBetween,
  toDecimal,
  toMinorUnits,
  type SalesResponse,
} from '@shop/shared/contracts'

type Days = SalesResponse['days']
export type Unit = 'day' | 'week' | 'month'

/** The sales behind one bar, and in one row of the table. */
export interface SalesSum {
  text: string
  /** The text below its bar. */
  short: string
  orders: number
  revenue: number
  refunds: number
}

const MAX_DAY_BARS = 31
const MAX_WEEK_BARS = 13
const WEEK = 7

/** The sales per day, or per week or month where days would be too many bars for a phone. */
export function sumsOf(days: Days): { unit: Unit; sums: SalesSum[] } {
  const unit = unitOf(days.length)
  const last = days.at(-1)?.day ?? ''
  const groups = Map.groupBy(days, ({ day }) => {
    if (unit === 'day') return day
    // Weeks end today: then the latest one is whole, and can be compared.
    return unit === 'week' ? Math.ceil(daysBetween(day, last) / WEEK) : monthOf(day)
  })
  return { unit, sums: [...groups.values()].map((some) => sumOf(some, unit)) }
}

function unitOf(days: number): Unit {
  if (days <= MAX_DAY_BARS) return 'day'
  return days <= MAX_WEEK_BARS * WEEK ? 'week' : 'month'
}

const monthOf = (day: string) => day.slice(0, 7)

function sumOf(days: Days, unit: Unit): SalesSum {
  const cents = (field: 'revenue' | 'refunds') =>
    days.reduce((sum, day) => sum + toMinorUnits(day[field]), 0)
  const [from, to] = [days[0]?.day ?? '', days.at(-1)?.day ?? '']
  return {
    text: unit === 'month' ? monthText(from, to) : rangeText(from, to),
    short: unit === 'month' ? shortMonth(from) : shortDay(from),
    orders: days.reduce((sum, { orders }) => sum + orders, 0),
    revenue: toDecimal(cents('revenue')),
    refunds: toDecimal(cents('refunds')),
  }
}

/** Nov 2026, or its days if they are not all of them. */
function monthText(from: string, to: string): string {
  const isWhole =
    monthOf(dayAfter(from, -1)) < monthOf(from) && monthOf(dayAfter(to, 1)) > monthOf(to)
  const year = from.slice(0, 4)
  return isWhole ? `${shortMonth(from)} ${year}` : `${rangeText(from, to)}, ${year}`
}

/** Nov 24–30, or Oct 27 – Nov 2. */
function rangeText(from: string, to: string): string {
  if (from === to) return shortDay(from)
  if (monthOf(from) !== monthOf(to)) return `${shortDay(from)} – ${shortDay(to)}`
  return `${shortDay(from)}–${Number(to.slice(-2))}`
}

const shortMonth = (day: string) => format(day, { month: 'short' })
const shortDay = (day: string) => format(day, { month: 'short', day: 'numeric' })

function format(day: string, options: Intl.DateTimeFormatOptions): string {
  return new Date(day).toLocaleDateString('en-US', { ...options, timeZone: 'UTC' })
}
