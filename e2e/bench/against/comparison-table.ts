import { valueOf, valuesOf, type Figure } from '../figure.ts'
import { aligned, boundOf, goalOf, short, withUnit } from '../table.ts'
import { verdict, verdictOn } from '../verdict.ts'

/** Formats the figures of two shops side by side; verdicts are on the first. */
export function comparisonTable(
  [here, there]: readonly [string, string],
  figures: readonly Figure[],
  others: readonly Figure[],
): string {
  const head = ['', here, 'range', there, 'range', 'ratio', 'goal', 'verdict']
  const rows = figures.map((figure) => {
    const other = others.find(({ name }) => name === figure.name)
    const ratio = other === undefined ? undefined : ratioOf(figure, other)
    return [
      figure.name,
      ...cellsOf(figure),
      ...(other === undefined ? ['', ''] : cellsOf(other)),
      ratio === undefined ? '' : `${ratio.toFixed(2)} ×`,
      ...judged(figure, figures, ratio),
    ]
  })
  return aligned([head, ...rows])
}

/** How many times as much as the other; undefined when the other is zero. */
function ratioOf(figure: Figure, other: Figure): number | undefined {
  return valueOf(other) === 0 ? undefined : valueOf(figure) / valueOf(other)
}

function cellsOf(figure: Figure): string[] {
  const values = valuesOf(figure.samples)
  const range = `${short(Math.min(...values))}–${short(Math.max(...values))}`
  return [withUnit(valueOf(figure), figure.unit), range]
}

function judged(figure: Figure, all: readonly Figure[], ratio: number | undefined): string[] {
  const { ratioGoal } = figure
  if (ratioGoal === undefined || ratio === undefined)
    return [goalOf(figure), verdictOn(figure, all)]
  return [boundOf(ratioGoal, (value) => `${value} × the other`), verdict(ratio, ratioGoal)]
}
