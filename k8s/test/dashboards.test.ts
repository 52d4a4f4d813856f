import { describe, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import type { Dataquery } from '@grafana/grafana-foundation-sdk/prometheus'
import { root } from '../../e2e/stack/settings/paths.ts'
import { DASHBOARDS, fileOf, textOf } from '../components/observability/dashboards/index.ts'

const alerts = readFileSync(join(root, 'k8s/components/monitoring/alerts.yaml'), 'utf8')
const { groups } = Bun.YAML.parse(alerts) as {
  groups: { rules: { alert: string; expr: string }[] }[]
}
const rules = groups.flatMap((group) => group.rules)

/** The alert that a panel names, and the limit that it shows. */
function limitOf({ description = '', fieldConfig }: Panel) {
  const [, name] = /(\w+) fires above the red limit\.$/.exec(description) ?? []
  const steps = fieldConfig?.defaults.thresholds?.steps ?? []
  return { name, limit: steps.find(({ color }) => color === 'red')?.value }
}

describe.each(DASHBOARDS.map((dashboard) => [dashboard.uid ?? '', dashboard] as const))(
  'the dashboard %s',
  (_, dashboard) => {
    const panels = dashboard.panels as Panel[]

    test('is what `bun run dashboards` writes', () => {
      expect(readFileSync(fileOf(dashboard), 'utf8')).toBe(textOf(dashboard))
    })

    test('has panels with a title, a description, a unit and legends', () => {
      for (const { title, description, fieldConfig, targets } of panels) {
        for (const text of [title, description, fieldConfig?.defaults.unit])
          expect(text).toBeTruthy()
        for (const target of targets as Dataquery[]) expect(target.legendFormat).toBeTruthy()
      }
    })

    test('shows the limits of alerts', () => {
      for (const { name, limit } of panels.map(limitOf)) {
        expect(limit === undefined).toBe(name === undefined)
        if (name === undefined) continue
        const expr = rules.find(({ alert }) => alert === name)?.expr ?? ''
        const limits = expr.includes('== 0') ? [0] : numbersIn(expr)
        // A limit of 0 is drawn just above it.
        expect(limits).toContain(Math.floor(limit! * 10) / 10)
      }
    })
  },
)

const numbersIn = (expr: string) => [...expr.matchAll(/ > ([\d.]+)/g)].map(([, n]) => Number(n))
