import { median, valueOf, valuesOf, type Figure, type Sample } from './figure.ts'

const TOLERATED_NOISE = 0.1

/** Two alternating measurements of the same thing; any difference is noise. */
export interface Twin {
  name: string
  first: Sample[]
  second: Sample[]
}

/** The relative difference between the two: 0.1 is 10 %. */
export function noiseOf({ first, second }: Twin): number {
  const [a, b] = [median(valuesOf(first)), median(valuesOf(second))]
  return Math.max(a, b) / Math.min(a, b) - 1
}

/** Whether this much noise makes verdicts meaningless. */
export const isTooNoisy = (noise: number) => noise > TOLERATED_NOISE

/** The value to compare with the goal: the figure itself, or its ratio to another. */
export function comparedValue(figure: Figure, all: readonly Figure[]): number {
  const { goal } = figure
  if (goal?.times === undefined) return valueOf(figure)
  const control = all.find(({ name }) => name === goal.times)
  if (control === undefined) throw new Error(`no figure ${goal.times} to compare with`)
  return valueOf(figure) / valueOf(control)
}

/** Whether a figure meets its goal, and by how much it misses it. */
export function verdictOn(figure: Figure, all: readonly Figure[]): string {
  if (figure.goal === undefined) return ''
  const excess = comparedValue(figure, all) / figure.goal.atMost - 1
  return excess <= 0 ? 'reached' : `missed by ${Math.ceil(excess * 100)} %`
}
