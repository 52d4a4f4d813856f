/** The load of the machine during a measurement. */
export interface Conditions {
  loadAverage: number
  stealPercent: number
}

/** The result of one repetition. */
export interface Observed<T> {
  result: T
  conditions: Conditions
}

/** The value of one repetition. */
export interface Sample extends Conditions {
  value: number
}

export type Bound = { atMost: number } | { atLeast: number }

/** A bound, absolute or relative to another figure of the same run, of the median or of each sample. */
type Goal = Bound & { times?: string; inEach?: boolean }

/** A measured figure: its value is the median of its samples. */
export interface Figure {
  name: string
  /** Empty for counts: they mean the same on a busy machine. */
  unit: 'µs' | 'ms' | 'ms/s' | 'MB' | '/s' | ''
  samples: Sample[]
  goal?: Goal
  /** A bound of the ratio to the same figure of another commit. */
  ratioGoal?: Bound
}

/** A figure whose samples are taken from repetitions. */
export function figureOf<T>(
  name: string,
  unit: Figure['unit'],
  runs: readonly Observed<T>[],
  of: (result: T) => number,
): Figure {
  return {
    name,
    unit,
    samples: runs.map(({ result, conditions }) => ({ value: of(result), ...conditions })),
  }
}

/** The median of numbers; for an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('an empty list has no median')
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? 0
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0
  return (lower + upper) / 2
}

/** The smallest value that at least this share of the values does not exceed: nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('an empty list has no percentiles')
  return value
}

/** The sum of numbers. */
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The values of some samples. */
export const valuesOf = (samples: readonly Sample[]) => samples.map(({ value }) => value)

/** The value of a figure: its median. */
export const valueOf = ({ samples }: Figure) => median(valuesOf(samples))
