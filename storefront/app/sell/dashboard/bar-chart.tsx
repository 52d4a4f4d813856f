import { layOut, type Frame } from './chart.ts'
import type { SalesSum, Unit } from './sums.ts'

interface ChartProps {
  unit: Unit
  sums: SalesSum[]
}

const WIDE: Frame = { width: 880, height: 250 }
const NARROW: Frame = { width: 330, height: 230 }
const MAX_LABELS = { wide: 13, narrow: 5 }
/** Half of the widest label. */
const LABEL_HALF = 22

/** Sales as bars, drawn for screens and for phones. */
export function BarChart(props: ChartProps) {
  return (
    <>
      <Bars {...props} frame={WIDE} size="wide" />
      <Bars {...props} frame={NARROW} size="narrow" />
    </>
  )
}

interface BarsProps extends ChartProps {
  frame: Frame
  size: 'wide' | 'narrow'
}

function Bars({ unit, sums, frame, size }: BarsProps) {
  const values = sums.map(({ revenue }) => revenue)
  const { bars, lines, left, floor } = layOut(values, frame)
  const highest = Math.max(...values)
  const peak = values.indexOf(highest)
  const labelEvery = Math.ceil(sums.length / MAX_LABELS[size])
  return (
    <svg
      className={`chart ${size}`}
      viewBox={`0 0 ${frame.width} ${frame.height}`}
      role="img"
      aria-label={labelOf(unit, sums)}
    >
      {lines.map(({ value, y }) => (
        <g key={value}>
          <line x1={left - 8} x2={frame.width} y1={y} y2={y} />
          <text x={left - 14} y={y + 4} textAnchor="end">
            {short(value)}
          </text>
        </g>
      ))}
      {bars.map(({ x, y, width, height }, n) => (
        <g key={sums[n]?.text}>
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
          {n % labelEvery === 0 && (
            <text
              x={Math.min(x + width / 2, frame.width - LABEL_HALF)}
              y={floor + 18}
              textAnchor="middle"
            >
              {sums[n]?.short}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

function labelOf(unit: Unit, sums: SalesSum[]): string {
  const values = sums.map(({ revenue }) => revenue)
  const highest = Math.max(...values)
  if (highest === 0) return `Sales per ${unit}: none`
  const from = dollars(Math.min(...values))
  const peak = `${unit === 'day' ? 'on' : 'in'} ${sums[values.indexOf(highest)]?.text}`
  return `Sales per ${unit}, ${from} to ${dollars(highest)}, highest ${peak}`
}

const dollars = (amount: number) => `$${Math.round(amount).toLocaleString('en-US')}`

/** $2.5K: there is little room left of the bars. */
const short = (amount: number) =>
  `$${amount.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 })}`
