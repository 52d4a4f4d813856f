import { SHOP } from '@shop/shared/contracts'
import { plain } from './content.ts'

const MAX_SUBJECT = 60
const DAY_MS = 24 * 3_600_000

const segmenter = new Intl.Segmenter('en')
const dollars = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })
const regions = new Intl.DisplayNames('en-US', { type: 'region' })

/** $1,290.00 */
export const money = (amount: number): string => dollars.format(amount)

/** Germany; the code itself if it is none of a country. */
export function countryName(code: string): string {
  return regions.of(code) ?? code
}

/** Nov 24 */
export function shortDay(at: string | Date): string {
  return new Date(at).toLocaleDateString('en-US', { ...IN_ZONE, month: 'short', day: 'numeric' })
}

/** December 8, some milliseconds after a time. */
export function dayAfter(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toLocaleDateString('en-US', {
    ...IN_ZONE,
    month: 'long',
    day: 'numeric',
  })
}

/** Wednesday, of a day such as 2026-11-25. */
export function weekday(day: string): string {
  return new Date(day).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' })
}

/** 30 days, of a number of milliseconds. */
export function days(ms: number): string {
  return counted(Math.round(ms / DAY_MS), 'day')
}

/** Nov 23, 2026, 9:42 AM EST: a mail does not know the zone of its reader. */
export function moment(at: string): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('en-US', { ...IN_ZONE, dateStyle: 'medium' })
  const time = date.toLocaleTimeString('en-US', {
    ...IN_ZONE,
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })
  return `${day}, ${time.replaceAll('\u202f', ' ')}`
}

/** Visa ending 4242 */
export function cardName({ brand, last4 }: { brand: string; last4: string }): string {
  return `${plain(brand.charAt(0).toUpperCase() + brand.slice(1))} ending ${plain(last4)}`
}

/** 1 item, 5 items */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** A subject that names somebody: the name is cut where it would make the line too long. */
export function subjectWith(name: string, rest: string): string {
  const letters = [...segmenter.segment(name)].map(({ segment }) => segment)
  let cut = name
  while (cut.length + rest.length > MAX_SUBJECT && letters.length > 0) {
    letters.pop()
    cut = `${letters.join('').trimEnd()}…`
  }
  return `${cut}${rest}`
}

const IN_ZONE = { timeZone: SHOP.timeZone } as const
