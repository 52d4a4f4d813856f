/** What else the machine did during a measurement. */
export interface Conditions {
  loadAverage: number
  stealPercent: number
}

/** One repetition's value. */
export interface Sample extends Conditions {
  value: number
}

/** Something that was measured: its value is the median of its samples. */
export interface Figure {
  name: string
  unit: 'µs' | 'ms' | 'MB' | '/s'
  samples: Sample[]
  /** At most so much, or at most so many times another figure of the same run. */
  goal?: { atMost: number; times?: string }
}

/** The middle of some numbers; of an even count the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('there is no median of nothing')
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? 0
  const lower = sorted[(sorted.length - 1) >> 1] ?? 0
  return (lower + upper) / 2
}

/** The values of some samples. */
export const valuesOf = (samples: readonly Sample[]) => samples.map(({ value }) => value)

/** What a figure counts as. */
export const valueOf = ({ samples }: Figure) => median(valuesOf(samples))
