import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { provide } from '../../e2e/stack/provision/provision.ts'
import { must } from './npm-package.ts'
import { filesIn, workloadsOf, type KubeObject } from './objects.ts'
import { renderAll } from './render.ts'

const FETCH_MS = 300_000
const META = '__meta_kubernetes'
const ANNOTATION = `${META}_pod_annotation_prometheus_io`
const folder = mkdtempSync(join(tmpdir(), 'shop-prometheus-'))
let objects: KubeObject[]

interface Config {
  scrape_configs: { job_name: string; kubernetes_sd_configs: object[] }[]
}

beforeAll(async () => {
  objects = (await renderAll()).observed
}, FETCH_MS)

afterAll(() => rmSync(folder, { recursive: true }))

const configText = () => filesIn(objects, 'prometheus-config')['prometheus.yml'] ?? ''

/** Runs promtool on the configuration; Debian's knows no Kubernetes, so it is given the pods. */
async function check(pods: object[], ...args: string[]): Promise<string> {
  const { promtool } = await provide(['promtool'])
  const config = Bun.YAML.parse(configText()) as Config
  const scrape_configs = config.scrape_configs.map(
    ({ kubernetes_sd_configs: _discovery, ...job }) => ({
      ...job,
      static_configs: pods.map((labels) => ({ targets: ['pod'], labels })),
    }),
  )
  const file = join(folder, 'prometheus.json')
  writeFileSync(file, JSON.stringify({ ...config, scrape_configs }))
  const place = args.indexOf('<config>')
  return must([promtool, 'check', ...args.with(place, file)], folder)
}

test('Prometheus accepts its configuration and has the rules', async () => {
  expect(await check([], 'config', '--syntax-only', '<config>')).toContain('is valid')
  const { spec } = workloadsOf(objects).find(({ metadata }) => metadata.name === 'prometheus')!
  const [{ volumeMounts = [] } = {}] = spec.template.spec.containers
  const folderOfRules = volumeMounts.find(({ name }) => name === 'rules')?.mountPath
  expect(configText()).toContain(`rule_files: [${folderOfRules}/*.yaml]`)
})

const podOf = (name: string, annotations: Record<string, string> = {}, phase = 'Running') => ({
  [`${META}_namespace`]: 'shop',
  [`${META}_pod_name`]: name,
  [`${META}_pod_ip`]: '10.0.0.7',
  [`${META}_pod_phase`]: phase,
  ...Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [
      key.replace('prometheus.io/', `${ANNOTATION}_`),
      value,
    ]),
  ),
})

test('Prometheus reads the running pods with annotations, under the names that alerts use', async () => {
  const auth = workloadsOf(objects).find(({ metadata }) => metadata.name === 'auth')
  const { annotations } = auth!.spec.template.metadata
  const pods = [
    podOf('auth-0', annotations),
    podOf('auth-1', annotations, 'Pending'),
    podOf('nats-0'),
  ]
  const out = await check(pods, 'service-discovery', '--timeout=1s', '<config>', 'shop')
  const found = JSON.parse(out) as { labels: Record<string, string> | null }[]
  const read = found.map(({ labels }) => labels ?? {}).filter(({ pod }) => pod !== undefined)
  expect(read).toEqual([
    expect.objectContaining({
      __address__: '10.0.0.7:3000',
      __metrics_path__: '/metrics',
      namespace: 'shop',
      pod: 'auth-0',
    }),
  ])
})

test('the alert about volumes has its metrics', () => {
  const { 'alerts.yaml': alerts = '' } = filesIn(objects, 'shop-alerts')
  const names = new Set(alerts.match(/kubelet_volume_stats_\w+/g))
  const [, kept = ''] = /regex: (kubelet_\S+);shop/.exec(configText()) ?? []
  expect(names.size).toBe(2)
  for (const name of names) expect(name).toMatch(new RegExp(`^${kept}$`))
})
