export type TimeStyle = 'day' | 'time' | 'moment'

/** Nov 23, 2026, 9:42 AM, or both, in a time zone; without one, in the browser's. */
export function timeText(at: string, style: TimeStyle, timeZone: string | undefined): string {
  const date = new Date(at)
  const day = date.toLocaleDateString('en-US', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  })
  const time = date
    .toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone })
    .replaceAll('\u202f', '\u00a0')
  return { day, time, moment: `${day}, ${time}` }[style]
}

export function utcText(at: string, style: TimeStyle): string {
  return `${timeText(at, style, 'UTC')} UTC`
}
