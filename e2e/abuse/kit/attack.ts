import type { StackFile } from '@shop/shared/testing'

/** A measurement taken during an attack, with its bound. */
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

/** A measurement with an upper bound. */
export function atMost(what: string, value: number, bound: number, unit = ''): Measure {
  return { what, value, unit, bound: { atMost: bound } }
}

/** A measurement with a lower bound. */
export function atLeast(what: string, value: number, bound: number, unit = ''): Measure {
  return { what, value, unit, bound: { atLeast: bound } }
}

/** Whether the bound holds. */
export function holds({ value, bound }: Measure): boolean {
  return 'atMost' in bound ? value <= bound.atMost : value >= bound.atLeast
}

/** The table cells of a measurement: name, bound, value, verdict. */
export function cellsOf(measure: Measure): string[] {
  const { what, value, unit, bound } = measure
  const spell = (number: number) => `${Math.round(number)} ${unit}`.trim()
  const limit =
    'atMost' in bound ? `at most ${spell(bound.atMost)}` : `at least ${spell(bound.atLeast)}`
  return [what, limit, spell(value), holds(measure) ? 'yes' : 'NO']
}
