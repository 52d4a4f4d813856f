import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'

interface Rule {
  alert?: string
  record?: string
  expr: string
  labels?: { severity?: string; slo?: string }
  annotations?: { summary: string; description: string }
}

const rules = ['alerts', 'slos'].flatMap((name) => {
  const file = readFileSync(join(root, `k8s/components/monitoring/${name}.yaml`), 'utf8')
  const { groups } = Bun.YAML.parse(file) as { groups: { rules: Rule[] }[] }
  return groups.flatMap((group) => group.rules)
})
const alerts = rules.filter(({ alert }) => alert !== undefined)

const OF_KUBERNETES = [
  'up',
  'kubelet_volume_stats_used_bytes',
  'kubelet_volume_stats_capacity_bytes',
]
const WORDS_OF_PROMQL =
  /^(?:max|min|by|sum|and|or|on|group_left|increase|vector|clamp_min|(?:avg|max|min)_over_time)$/

/** The names of all metrics declared in the sources. */
function declaredMetrics(): string[] {
  const sources = ['shared/**/*.ts', 'services/*/src/**/*.ts']
    .flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(root)])
    .filter((path) => !path.includes('node_modules'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
  return sources.flatMap((source) => [
    ...namesIn(source, /\b(?:gauge|counter)\(\s*'(\w+)'/g),
    ...namesIn(source, /\bmeasureUnfinished\(\w+, '(\w+)'/g).flatMap((name) => [
      `${name}_unfinished`,
      `${name}_unfinished_age_seconds`,
    ]),
    ...namesIn(source, /\bhistogram\(\s*'(\w+)'/g).flatMap((name) => [
      `${name}_bucket`,
      `${name}_count`,
    ]),
  ])
}

const namesIn = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, name = '']) => name)

const metricsOf = (expr: string) =>
  [
    ...expr
      .replaceAll(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|on) \([^)]*\)/g, '')
      .matchAll(/\b[a-z_][\w:]*/g),
  ]
    .map(([word]) => word)
    .filter((word) => !WORDS_OF_PROMQL.test(word))

test('rules use existing metrics', () => {
  const recorded = rules.flatMap(({ record }) => record ?? [])
  const known = [...declaredMetrics(), ...recorded, ...OF_KUBERNETES]
  for (const { alert, record, expr } of rules)
    expect({
      rule: alert ?? record,
      unknown: metricsOf(expr).filter((name) => !known.includes(name)),
    }).toEqual({ rule: alert ?? record, unknown: [] })
})

test('each service level has a budget, events and good events, and an alert', () => {
  const levelsOf = (name: string) =>
    rules
      .filter(({ record }) => record === name)
      .map(({ labels }) => labels?.slo ?? '')
      .toSorted()
  const levels = ['browse', 'checkout', 'effect', 'mail']
  for (const part of ['budget:ratio', 'events:increase5m', 'good_events:increase5m'])
    expect(levelsOf(`slo:${part}`)).toEqual(levels)
  for (const level of levels)
    expect(alerts.filter(({ expr }) => expr.includes(`{slo="${level}"}`))).toHaveLength(1)
})

test.each(alerts)('$alert has a severity and instructions', ({ labels, annotations }) => {
  expect(labels?.severity).toMatch(/^(warning|critical)$/)
  expect(annotations?.summary).not.toBe('')
  expect(annotations?.description).not.toBe('')
})
