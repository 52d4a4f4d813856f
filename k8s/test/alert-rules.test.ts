import { beforeAll, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { provide } from '../../e2e/stack/provision/provision.ts'
import { root } from '../../e2e/stack/settings/paths.ts'
import { exec } from '../../e2e/stack/system/exec.ts'

const INSTALL_MS = 300_000
const TEST_MS = 60_000
const folder = join(root, 'k8s/test/alerts')
const files = [...new Bun.Glob('*.yaml').scanSync(folder)].toSorted()
let promtool = ''

beforeAll(async () => {
  promtool = (await provide(['promtool'])).promtool
}, INSTALL_MS)

test.each(files)(
  'the rules do what alerts/%s expects',
  async (file) => {
    const { ok, out } = await exec([promtool, 'test', 'rules', join(folder, file)])
    expect({ ok, out: ok ? '' : out }).toEqual({ ok: true, out: '' })
  },
  TEST_MS,
)

interface AlertTest {
  alertname: string
  exp_alerts: unknown[]
}

interface TestFile {
  tests: { alert_rule_test?: AlertTest[] }[]
}

test('each alert is tested firing and silent', () => {
  const rules = Bun.YAML.parse(
    readFileSync(join(root, 'k8s/components/monitoring/alerts.yaml'), 'utf8'),
  ) as { groups: { rules: { alert: string }[] }[] }
  const tests = files
    .map((file) => Bun.YAML.parse(readFileSync(join(folder, file), 'utf8')) as TestFile)
    .flatMap((each) => each.tests.flatMap((one) => one.alert_rule_test ?? []))
  const namesOf = (isFiring: boolean) =>
    new Set(
      tests.filter((one) => one.exp_alerts.length > 0 === isFiring).map((one) => one.alertname),
    )
  const alerts = rules.groups.flatMap((group) => group.rules.map(({ alert }) => alert))
  for (const isFiring of [true, false])
    expect(alerts.filter((alert) => !namesOf(isFiring).has(alert))).toEqual([])
})
