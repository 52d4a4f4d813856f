import { timeText, utcText, type TimeStyle } from '../lib/time.ts'
import { useHydrated } from './use-hydrated.ts'

interface TimeProps {
  at: string
  show: TimeStyle
}

/** A time in the visitor's time zone; in UTC, and labeled so, until the script runs. */
export function Time({ at, show }: TimeProps) {
  const isHydrated = useHydrated()
  return <time dateTime={at}>{isHydrated ? timeText(at, show, undefined) : utcText(at, show)}</time>
}
