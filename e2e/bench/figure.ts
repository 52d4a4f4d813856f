/** The load of the machine during a measurement. */
export interface Conditions {
  loadAverage: number
  stealPercent: number
}

/** The value of one repetition. */
export interface Sample extends Conditions {
  value: number
}

/** A measured figure: its value is the median of its samples. */
export interface Figure {
  name: string
  unit: 'µs' | 'ms' | 'MB' | '/s'
  samples: Sample[]
  /** An upper bound, absolute or relative to another figure of the same run. */
  goal?: { atMost: number; times?: string }
}

/** The median of numbers; for an even count the mean of the middle two. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('an empty list has no median')
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? 0
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0
  return (lower + upper) / 2
}

/** The values of some samples. */
export const valuesOf = (samples: readonly Sample[]) => samples.map(({ value }) => value)

/** The value of a figure: its median. */
export const valueOf = ({ samples }: Figure) => median(valuesOf(samples))
