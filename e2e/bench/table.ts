import { valueOf, valuesOf, type Figure } from './figure.ts'
import { comparedValue, verdictOn } from './verdict.ts'

const HEAD = ['', 'median', 'min', 'max', 'compared', 'goal', 'verdict']

/** Formats a number with useful precision. */
export function short(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 })
}

/** Formats the figures as a table, without verdicts when the run is noisy. */
export function tableOf(figures: readonly Figure[], isTooNoisy: boolean): string {
  const rows = figures.map((figure) => {
    const values = valuesOf(figure.samples)
    return [
      figure.name,
      `${short(valueOf(figure))} ${figure.unit}`,
      short(Math.min(...values)),
      short(Math.max(...values)),
      comparison(figure, figures),
      goalOf(figure),
      isTooNoisy && figure.goal !== undefined ? 'none: too noisy' : verdictOn(figure, figures),
    ]
  })
  return aligned([HEAD, ...rows])
}

function comparison(figure: Figure, all: readonly Figure[]): string {
  return figure.goal?.times === undefined ? '' : `${comparedValue(figure, all).toFixed(1)} ×`
}

function goalOf({ goal, unit }: Figure): string {
  if (goal === undefined) return ''
  return goal.times === undefined
    ? `≤ ${short(goal.atMost)} ${unit}`
    : `≤ ${goal.atMost} × ${goal.times}`
}

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
