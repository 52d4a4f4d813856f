import { median, valueOf, valuesOf, type Figure, type Sample } from './figure.ts'

const TOLERATED_NOISE = 0.1

/** One thing that was measured twice in turn; what differs is noise. */
export interface Twin {
  name: string
  first: Sample[]
  second: Sample[]
}

/** How far a thing seems to differ from itself: 0.1 is 10 %. */
export function noiseOf({ first, second }: Twin): number {
  const [a, b] = [median(valuesOf(first)), median(valuesOf(second))]
  return Math.max(a, b) / Math.min(a, b) - 1
}

/** Whether so much noise leaves nothing to be said. */
export const isTooNoisy = (noise: number) => noise > TOLERATED_NOISE

/** What the goal is compared with: the figure, or how many times another one it is. */
export function comparedValue(figure: Figure, all: readonly Figure[]): number {
  const { goal } = figure
  if (goal?.times === undefined) return valueOf(figure)
  const control = all.find(({ name }) => name === goal.times)
  if (control === undefined) throw new Error(`there is no figure ${goal.times} to compare with`)
  return valueOf(figure) / valueOf(control)
}

/** Says whether a figure reaches its goal, and by how much it misses it. */
export function verdictOn(figure: Figure, all: readonly Figure[]): string {
  if (figure.goal === undefined) return ''
  const excess = comparedValue(figure, all) / figure.goal.atMost - 1
  return excess <= 0 ? 'reached' : `missed by ${Math.ceil(excess * 100)} %`
}
