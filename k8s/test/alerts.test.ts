import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'

interface Rule {
  alert: string
  expr: string
  for?: string
  labels: { severity: string }
  annotations: { summary: string; description: string }
}

const file = readFileSync(join(root, 'k8s/components/monitoring/alerts.yaml'), 'utf8')
const { groups } = Bun.YAML.parse(file) as { groups: { rules: Rule[] }[] }
const rules = groups.flatMap((group) => group.rules)

const OF_KUBERNETES = [
  'up',
  'kubelet_volume_stats_used_bytes',
  'kubelet_volume_stats_capacity_bytes',
]
const WORDS_OF_PROMQL = ['max', 'by', 'sum', 'and', 'increase', 'min_over_time']

/** The names of all metrics declared in the sources. */
function declaredMetrics(): string[] {
  const sources = ['shared/**/*.ts', 'services/*/src/**/*.ts']
    .flatMap((pattern) => [...new Bun.Glob(pattern).scanSync(root)])
    .filter((path) => !path.includes('node_modules'))
    .map((path) => readFileSync(join(root, path), 'utf8'))
  return sources.flatMap((source) => [
    ...namesIn(source, /\b(?:gauge|counter)\(\s*'(\w+)'/g),
    ...namesIn(source, /\bmeasureStates\(\w+, '(\w+)'/g).map((name) => `${name}_by_state`),
  ])
}

const namesIn = (source: string, pattern: RegExp) =>
  [...source.matchAll(pattern)].map(([, name = '']) => name)

const metricsOf = (expr: string) =>
  [...expr.replaceAll(/\{[^}]*\}|\[[^\]]*\]|\b(?:by|on) \([^)]*\)/g, '').matchAll(/\b[a-z_]\w*/g)]
    .map(([word]) => word)
    .filter((word) => !WORDS_OF_PROMQL.includes(word))

test('alerts use existing metrics', () => {
  const known = [...declaredMetrics(), ...OF_KUBERNETES]
  for (const { alert, expr } of rules)
    expect({ alert, unknown: metricsOf(expr).filter((name) => !known.includes(name)) }).toEqual({
      alert,
      unknown: [],
    })
})

test('alerts cover full volumes, old outbox events, dead letters, late or stopped consumers and pending refunds', () => {
  const asked = rules.flatMap(({ expr }) => metricsOf(expr))
  for (const metric of [
    'kubelet_volume_stats_used_bytes',
    'outbox_age_seconds',
    'dead_letters',
    'event_lag_seconds',
    'events_published_total',
    'payments_by_state',
  ])
    expect(asked).toContain(metric)
  expect(rules.find(({ expr }) => expr.includes('kubelet_volume'))?.expr).toEndWith('> 0.8')
})

test.each(rules)('$alert has a severity and instructions', ({ labels, annotations }) => {
  expect(labels.severity).toMatch(/^(warning|critical)$/)
  expect(annotations.summary).not.toBe('')
  expect(annotations.description).not.toBe('')
})
