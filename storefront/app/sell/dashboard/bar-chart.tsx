import { dayText } from '@shop/shared/contracts'
import { layOut, type Frame } from './chart.ts'

interface Day {
  day: string
  revenue: number
}

const WIDE: Frame = { width: 880, height: 250 }
const NARROW: Frame = { width: 330, height: 230 }
const NARROW_DAYS = 14
const LABEL_EVERY = { wide: 5, narrow: 4 }

/** Sales per day as bars: of all days, or of the last two weeks on a phone. */
export function BarChart({ days }: { days: Day[] }) {
  return (
    <>
      <Bars days={days} frame={WIDE} size="wide" />
      <Bars days={days.slice(-NARROW_DAYS)} frame={NARROW} size="narrow" />
    </>
  )
}

interface BarsProps {
  days: Day[]
  frame: Frame
  size: 'wide' | 'narrow'
}

function Bars({ days, frame, size }: BarsProps) {
  const values = days.map(({ revenue }) => revenue)
  const { bars, lines, left, floor } = layOut(values, frame)
  const highest = Math.max(...values)
  const peak = values.indexOf(highest)
  return (
    <svg
      className={`chart ${size}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={labelOf(days)}
    >
      {lines.map(({ value, y }) => (
        <g key={value}>
          <line x1={left - 8} x2={frame.width} y1={y} y2={y} />
          <text x={left - 14} y={y + 4} textAnchor="end">
            {dollars(value)}
          </text>
        </g>
      ))}
      {bars.map(({ x, y, width, height }, n) => (
        <g key={days[n]?.day}>
          <rect className={n === peak ? 'peak' : ''} {...{ x, y, width, height }} rx="3" />
          {n === peak && highest > 0 && (
            <text
              className="call"
              y={y - 7}
              {...(n > values.length / 2
                ? { x: x + width, textAnchor: 'end' }
                : { x, textAnchor: 'start' })}
            >
              {dollars(highest)}
            </text>
          )}
          {n % LABEL_EVERY[size] === 0 && (
            <text x={x + width / 2} y={floor + 18} textAnchor="middle">
              {shortDay(days[n]?.day ?? '')}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function labelOf(days: Day[]): string {
  const values = days.map(({ revenue }) => revenue)
  const highest = Math.max(...values)
  if (highest === 0) return 'Sales per day: none'
  const peak = days[values.indexOf(highest)]?.day ?? ''
  const from = dollars(Math.min(...values))
  return `Sales per day, ${from} to ${dollars(highest)}, highest on ${dayText(peak)}`
}

const dollars = (amount: number) => `$${Math.round(amount).toLocaleString('en-US')}`

function shortDay(day: string): string {
  return new Date(day).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  })
}
