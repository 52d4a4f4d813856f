import { markdownTable } from '../markdown-table.ts'
import type { Grown } from './growth.ts'
import type { Size } from './sizes.ts'
import { slopeOf } from './slope.ts'

/** Half as much again from a thousand to a million. */
const FLAT = 0.06

/** Formats what each query costs at each size. */
export function growthTable({ sizes, growths, sales }: Grown): string {
  const head = [
    'request',
    ...columns('CPU, ms', sizes),
    'slope',
    ...columns('p99, ms', sizes),
    ...columns('documents, keys read', sizes),
    '',
  ]
  const rows = growths.map(({ query, costs }) => {
    const cpu = costs.map((cost) => cost.cpu)
    return [
      `${query.service}: ${query.name}`,
      ...growthOf(sizes, cpu),
      ...costs.map(({ p99 }) => inDigits(p99, 1)),
      ...costs.map(
        ({ docsExamined, keysExamined }) => `${whole(docsExamined)}, ${whole(keysExamined)}`,
      ),
      verdictOn(sizes, cpu, query.reason),
    ]
  })
  const nothing = Array.from({ length: 2 * sizes.length }, () => '')
  const sale = ['a checkout, everything together', ...growthOf(sizes, sales), ...nothing]
  return markdownTable(head, [...rows, [...sale, verdictOn(sizes, sales)]])
}

/** Formats how much is stored at the largest size. */
export function storedTable(stored: readonly Size[]): string {
  const rows = stored.map(({ name, documents, data, indexes }) => [
    name,
    ...[documents, data, indexes].map(whole),
  ])
  return markdownTable(['collection', 'documents', 'data, MB', 'indexes, MB'], rows)
}

const columns = (what: string, [first = 0, ...others]: readonly number[]) => [
  `${what}: ${whole(first)}`,
  ...others.map(whole),
]

const growthOf = (sizes: readonly number[], values: readonly number[]) => [
  ...values.map((value) => inDigits(value, 2)),
  slope(sizes, values).toFixed(2),
]

const slope = (sizes: readonly number[], values: readonly number[]) =>
  slopeOf(sizes.map((size, index) => [size, values[index] ?? NaN] as const))

function verdictOn(sizes: readonly number[], values: readonly number[], reason?: string): string {
  return slope(sizes, values) <= FLAT ? 'flat' : (reason ?? '**grows**')
}

const whole = (value: number) => Math.round(value).toLocaleString('en-US')

/** At most three digits. */
const inDigits = (value: number, after: number) =>
  value.toFixed(value >= 100 ? 0 : value >= 10 ? Math.min(1, after) : after)
