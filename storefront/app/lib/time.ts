/** How much of a moment is shown. */
export type TimeStyle = 'day' | 'time' | 'moment'

/** 23 Nov 2026, 9:42 am, or both, in a time zone; without one, in that of the browser. */
export function timeText(at: string, style: TimeStyle, timeZone: string | undefined): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  })
  const time = date
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .replaceAll('\u202f', ' ')
    .toLowerCase()
  return { day, time, moment: `${day} at ${time}` }[style]
}

/** The same before the browser has said what its time zone is. */
export function utcText(at: string, style: TimeStyle): string {
  return `${timeText(at, style, 'UTC')} UTC`
}
