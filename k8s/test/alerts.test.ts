import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { declaredMetrics, seriesOf } from './declared-metrics.ts'

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
  const known = [...declaredMetrics().flatMap(seriesOf), ...recorded, ...OF_KUBERNETES]
  for (const { alert, record, expr } of rules)
    expect({
      rule: alert ?? record,
      unknown: metricsOf(expr).filter((name) => !known.includes(name)),
    }).toEqual({ rule: alert ?? record, unknown: [] })
})

test('services/README.md lists every metric, and no other', () => {
  const text = readFileSync(join(root, 'services/README.md'), 'utf8')
  const table = /\n## Metrics\n(.*?)\n## /s.exec(text)?.[1] ?? ''
  const rows = table.split('\n').filter((line) => line.startsWith('| `'))
  const listed = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
  )
  const declared = new Set(declaredMetrics().map(({ name }) => name))
  expect(new Set(listed)).toEqual(declared)
})

test('limits of buckets are found as every version of Prometheus writes them', () => {
  const limits = rules.flatMap(({ expr }) =>
    [...expr.matchAll(/\ble(=~?)"(\d+)([^"]*)"/g)].map(([, is, limit = '', rest]) => ({
      limit,
      is,
      pattern: new RegExp(`^(?:${limit}${rest})$`),
    })),
  )
  expect(limits).toHaveLength(4)
  for (const { limit, is, pattern } of limits) {
    expect(is).toBe('=~')
    for (const written of [limit, `${limit}.0`]) expect(written).toMatch(pattern)
    expect(`${limit}00`).not.toMatch(pattern)
  }
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
