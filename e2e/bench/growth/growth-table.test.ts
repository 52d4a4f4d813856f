import { expect, test } from 'bun:test'
import { growthTable } from './growth-table.ts'
import type { Cost } from './measure.ts'
import type { Query } from './queries.ts'

const query: Query = { name: 'a product', service: 'products', as: 'person', path: () => '/' }
const cost = (cpu: number, p99: number, docsExamined = 1): Cost => ({
  cpu,
  p99,
  docsExamined,
  keysExamined: docsExamined,
})

test('each query is a row with its cost by size, its growth and a verdict', () => {
  const growths = [
    { query, costs: [cost(0.5, 2), cost(0.5, 2.5)] },
    { query: { ...query, name: 'a search' }, costs: [cost(1, 3, 10), cost(10, 30, 100)] },
    { query: { ...query, name: 'counts', reason: 'kept' }, costs: [cost(1, 3), cost(100, 300)] },
  ]
  expect(growthTable({ sizes: [1000, 10_000], growths, sales: [50, 51], stored: [] })).toBe(
    [
      '| request | CPU, ms: 1,000 | 10,000 | slope | p99, ms: 1,000 | 10,000 | documents, keys read: 1,000 | 10,000 |  |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| products: a product | 0.50 | 0.50 | 0.00 | 2.0 | 2.5 | 1, 1 | 1, 1 | flat |',
      '| products: a search | 1.00 | 10.0 | 1.00 | 3.0 | 30.0 | 10, 10 | 100, 100 | **grows** |',
      '| products: counts | 1.00 | 100 | 2.00 | 3.0 | 300 | 1, 1 | 1, 1 | kept |',
      '| a checkout, everything together | 50.0 | 51.0 | 0.01 |  |  |  |  | flat |',
    ].join('\n'),
  )
})
