import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'

interface Metric {
  name: string
  isHistogram: boolean
}

/** All metrics that the sources declare. */
export function declaredMetrics(): Metric[] {
  const sources = ['shared/**/*.ts', 'services/*/src/**/*.ts']
    .flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(root)])
    .filter((path) => !path.includes('node_modules') && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
  return sources.flatMap((source) => [
    ...namesIn(source, /\b(?:gauge|counter)\(\s*'(\w+)'/g).map(plain),
    ...namesIn(source, /new (?:Gauge|Counter)\(\{\s*name: '(\w+)'/g).map(plain),
    ...namesIn(source, /\bmeasureUnfinished\(\w+, '(\w+)'/g).flatMap((name) => [
      plain(`${name}_unfinished`),
      plain(`${name}_unfinished_age_seconds`),
    ]),
    ...namesIn(source, /(?:\bhistogram\(\s*|new Histogram\(\{\s*name: )'(\w+)'/g).map((name) => {
      return { name, isHistogram: true }
    }),
  ])
}

/** The names of a metric's series. */
export const seriesOf = ({ name, isHistogram }: Metric): string[] =>
  isHistogram ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name]

const plain = (name: string) => ({ name, isHistogram: false })

const namesIn = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, name = '']) => name)
