const ZONE = 'UTC'
const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: ZONE,
})
const hour = new Intl.DateTimeFormat('en-US', {
  hour: 'numeric',
  minute: '2-digit',
  timeZone: ZONE,
})

/** 23 Nov 2026, in the shop's time zone. */
export function dayOf(at: string): string {
  return day.format(new Date(at))
}

/** 9:42 am, in the shop's time zone. */
export function hourOf(at: string): string {
  return hour.format(new Date(at)).replaceAll(' ', ' ').toLowerCase()
}

/** 23 Nov 2026 at 9:42 am */
export function momentOf(at: string): string {
  return `${dayOf(at)} at ${hourOf(at)}`
}
