import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { eventually, readStack } from '@shop/shared/testing'
import { DASHBOARDS } from '../../../k8s/components/observability/dashboards/index.ts'
import { queriesOf } from '../../../k8s/components/observability/dashboards/queries.ts'
import { startPrometheus, type Prometheus } from '../../faults/alerts/prometheus.ts'
import { salesOfAllKinds } from '../../fixtures/sales-of-all-kinds.ts'

const START_MS = 120_000
const DATA_MS = 60_000
/** What Grafana fills in: two reads of each process, and a service that refuses some requests. */
const VARIABLES = { __rate_interval: '30s', service: 'payments' }

const data = mkdtempSync(join(tmpdir(), 'shop-dashboards-'))
let prometheus: Prometheus

beforeAll(async () => {
  mkdirSync(join(data, 'logs'))
  const { services } = await readStack()
  const names = [...SERVICES, 'storefront']
  const processes = names.map((name) => [name, new URL(services[name]!.url).host] as const)
  prometheus = await startPrometheus(data, Object.fromEntries(processes))
  await salesOfAllKinds()
}, START_MS)

afterAll(async () => {
  await prometheus.stop()
  rmSync(data, { recursive: true })
})

test.each(DASHBOARDS.map((dashboard) => [dashboard.uid, dashboard] as const))(
  'every query of the dashboard %s returns data',
  async (_, dashboard) => {
    const queries = queriesOf(dashboard, VARIABLES)
    expect(queries.length).toBeGreaterThan(0)
    await eventually(async () => {
      const counts = await Promise.all(queries.map(({ expr }) => prometheus.count(expr)))
      expect(queries.filter((_query, index) => counts[index] === 0)).toEqual([])
    }, DATA_MS)
  },
  START_MS,
)
