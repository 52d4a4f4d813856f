import { expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../stack/settings/paths.ts'
import { localRules, type Rules } from './local-rules.ts'

const rulesOf = (...rules: Rules['groups'][0]['rules']) => ({ groups: [{ name: 'g', rules }] })

test('windows, waits, intervals and limits of ages become 60 times as short', () => {
  const rules = {
    groups: [
      {
        name: 'g',
        interval: '30s',
        rules: [
          { alert: 'A', expr: 'max by (pod) (x_seconds{a="1"}) > 60', for: '2m' },
          { record: 'slo:r:5m', expr: 'sum(increase(y_total[5m])) / avg_over_time(z[6h])' },
        ],
      },
    ],
  }
  expect(localRules(rules)).toEqual({
    groups: [
      {
        name: 'g',
        interval: '500ms',
        rules: [
          { alert: 'A', expr: 'max by (pod) (x_seconds{a="1"}) > 1', for: '2000ms' },
          {
            record: 'slo:r:5m',
            expr: 'sum(increase(y_total[5000ms])) / avg_over_time(z[360000ms])',
          },
        ],
      },
    ],
  })
})

test('labels, names, counts and shares stay', () => {
  const rules = rulesOf({
    alert: 'A',
    expr: 'slo:burn_rate:1h{slo="mail"} > 14.4 and x_seconds_bucket{le="60", status!~"5.."} > 100',
    labels: { severity: 'critical' },
    annotations: { summary: 'within 5m' },
  })
  expect(localRules(rules)).toEqual(rules)
})

test('a duration of two units is refused', () => {
  expect(() => localRules(rulesOf({ alert: 'A', expr: 'x', for: '1h30m' }))).toThrow('1h30m')
})

test.each(['alerts', 'slos'])('%s.yaml keeps no duration of its own', (name) => {
  const path = join(root, `k8s/components/monitoring/${name}.yaml`)
  const committed = Bun.YAML.parse(readFileSync(path, 'utf8')) as Rules
  const durations = (rules: Rules) =>
    JSON.stringify(rules.groups.map(({ rules: all }) => all.map((rule) => [rule.expr, rule.for])))
  expect(durations(localRules(committed))).not.toMatch(/"\d+[smhd]"|\[\d+[smhd]\]/)
})
