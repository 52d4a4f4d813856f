import { median, valueOf, valuesOf, type Bound, type Figure, type Sample } from './figure.ts'

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
  const { goal, samples } = figure
  if (goal === undefined) return ''
  if (goal.inEach !== true) return verdict(comparedValue(figure, all), goal)
  const values = valuesOf(samples)
  return verdict('atMost' in goal ? Math.max(...values) : Math.min(...values), goal)
}

/** Whether a value is within a bound, and by how much it is not. */
export function verdict(value: number, bound: Bound): string {
  const miss = missOf(value, bound)
  if (miss <= 0) return 'reached'
  return Number.isFinite(miss) ? `missed by ${Math.ceil(miss * 100)} %` : 'missed'
}

function missOf(value: number, bound: Bound): number {
  if ('atLeast' in bound) return (bound.atLeast - value) / bound.atLeast
  if (bound.atMost === 0) return value > 0 ? Infinity : 0
  return (value - bound.atMost) / bound.atMost
}
