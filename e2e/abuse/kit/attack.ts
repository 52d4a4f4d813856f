import type { StackFile } from '@shop/shared/testing'

/** One thing that was measured while an attack ran, and what it may be at most or must be at least. */
export interface Measure {
  what: string
  value: number
  unit: string
  bound: { atMost: number } | { atLeast: number }
}

export interface Attack {
  name: string
  run: (shop: StackFile) => Promise<Measure[]>
}

/** A measure that must not be larger. */
export function atMost(what: string, value: number, bound: number, unit = ''): Measure {
  return { what, value, unit, bound: { atMost: bound } }
}

/** A measure that must not be smaller. */
export function atLeast(what: string, value: number, bound: number, unit = ''): Measure {
  return { what, value, unit, bound: { atLeast: bound } }
}

/** Whether the bound holds. */
export function holds({ value, bound }: Measure): boolean {
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast
}

/** The cells of a measure: what, bound, measured, ok. */
export function cellsOf(measure: Measure): string[] {
  const { what, value, unit, bound } = measure
  const spell = (number: number) => `${Math.round(number)} ${unit}`.trim()
  const limit =
    'atMost' in bound ? `at most ${spell(bound.atMost)}` : `at least ${spell(bound.atLeast)}`
  return [what, limit, spell(value), holds(measure) ? 'yes' : 'NO']
}
