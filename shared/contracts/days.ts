// Days are written as 2026-11-29, and counted in UTC, where each has the same length.
const DAY_MS = 24 * 3600 * 1000

/** The day a number of days after another, or before it. */
export function dayAfter(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, day.length)
}

/** The number of days from one day to another, both included. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1
}
