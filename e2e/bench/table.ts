import { valueOf, valuesOf, type Bound, type Figure } from './figure.ts'
import { comparedValue, verdictOn } from './verdict.ts'

const HEAD = ['', 'median', 'min', 'max', 'compared', 'goal', 'verdict']

/** Formats a number with useful precision. */
export function short(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 })
}

/** Formats the figures as a table, without verdicts on times and sizes when the run is noisy. */
export function tableOf(figures: readonly Figure[], isTooNoisy: boolean): string {
  const rows = figures.map((figure) => {
    const { goal, unit, name, samples } = figure
    const values = valuesOf(samples)
    const isUnclear = isTooNoisy && goal !== undefined && unit !== ''
    return [
      name,
      withUnit(valueOf(figure), unit),
      short(Math.min(...values)),
      short(Math.max(...values)),
      goal?.times === undefined ? '' : `${comparedValue(figure, figures).toFixed(1)} ×`,
      goalOf(figure),
      isUnclear ? 'none: too noisy' : verdictOn(figure, figures),
    ]
  })
  return aligned([HEAD, ...rows])
}

/** Formats a goal; empty for a figure without one. */
export function goalOf({ goal, unit }: Figure): string {
  if (goal === undefined) return ''
  return goal.times === undefined
    ? boundOf(goal, (value) => withUnit(value, unit))
    : boundOf(goal, (value) => `${value} × ${goal.times}`)
}

/** Formats a bound with its value. */
export function boundOf(bound: Bound, format: (value: number) => string): string {
  return 'atMost' in bound ? `≤ ${format(bound.atMost)}` : `≥ ${format(bound.atLeast)}`
}

/** Formats a number with its unit. */
export const withUnit = (value: number, unit: string) => `${short(value)} ${unit}`.trimEnd()

/** Aligns cells in columns: the first and the last two to the left, numbers to the right. */
export function aligned(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  const isText = (column: number) => column === 0 || column >= widths.length - 2
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0
          return isText(column) ? cell.padEnd(width) : cell.padStart(width)
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
