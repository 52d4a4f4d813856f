import { dayAfter } from './days.ts'
import { SHOP } from './shop.ts'

/** Working days from the payment until a parcel arrives, at home and abroad. */
const AT_HOME = [3, 5] as const
const ABROAD = [7, 12] as const

/** Working days that a seller has to send a parcel. */
const TO_SEND = 2

/** Days of the calendar, both included, as 2026-11-26. */
export interface DayRange {
  from: string
  to: string
}

/** When what is paid at a time arrives in a country. */
export function arrivalRange(paidAt: Date, country: string): DayRange {
  const [first, last] = country === SHOP.country ? AT_HOME : ABROAD
  const day = shopDay(paidAt)
  return { from: workingDayAfter(day, first), to: workingDayAfter(day, last) }
}

/** The last day to send what was paid at a time, as 2026-11-25. */
export function sendByDay(paidAt: Date): string {
  return workingDayAfter(shopDay(paidAt), TO_SEND)
}

/** From when on what was paid has to be sent on a day or later; what was paid before, on an earlier day. */
export function dueFrom(day: string): Date {
  let first = day
  while (workingDayAfter(dayAfter(first, -1), TO_SEND) >= day) first = dayAfter(first, -1)
  return startOf(first)
}

// In this locale a date is year, month, day.
const calendar = new Intl.DateTimeFormat('en-CA', { timeZone: SHOP.timeZone })

/** The day of the shop's calendar at a time, as 2026-11-25. */
export function shopDay(at: Date): string {
  return calendar.format(at)
}

const offsets = new Intl.DateTimeFormat('en-US', {
  timeZone: SHOP.timeZone,
  timeZoneName: 'longOffset',
})

/** When a day of the shop's calendar begins. */
function startOf(day: string): Date {
  const parts = offsets.formatToParts(new Date(day))
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return new Date(`${day}T00:00:00${offset.replace('GMT', '') || 'Z'}`)
}

function workingDayAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  for (let left = count; left > 0;) {
    date.setUTCDate(date.getUTCDate() + 1)
    if (date.getUTCDay() % 6 !== 0) left -= 1
  }
  return date.toISOString().slice(0, day.length)
}

const MONTH_AND_DAY = { month: 'long', day: 'numeric', timeZone: 'UTC' } as const

/** November 26–30, or November 30 – December 2. */
export function dayRangeText({ from, to }: DayRange): string {
  const [first, last] = [dayText(from), dayText(to)]
  const month = first.replace(/\d+$/, '')
  return last.startsWith(month) ? `${first}–${last.slice(month.length)}` : `${first} – ${last}`
}

/** November 25. */
export function dayText(day: string): string {
  return new Date(day).toLocaleDateString('en-US', MONTH_AND_DAY)
}
