import { beforeAll, expect, test } from 'bun:test'
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard'
import { DASHBOARDS } from '../components/observability/dashboards/index.ts'
import { filesIn, ofKind, workloadsOf, type KubeObject, type Service } from './objects.ts'
import { renderAll } from './render.ts'

const FETCH_MS = 300_000
let objects: KubeObject[]

beforeAll(async () => {
  objects = (await renderAll()).observed
}, FETCH_MS)

const filesOf = (name: string) => filesIn(objects, name)

test('Grafana has every dashboard, and the data source of every panel', () => {
  const files = filesOf('grafana-dashboards')
  expect(Object.keys(files).toSorted()).toEqual(
    DASHBOARDS.map(({ uid }) => `${uid}.json`).toSorted(),
  )
  const { datasources } = Bun.YAML.parse(
    filesOf('grafana-datasources')['datasources.yml'] ?? '',
  ) as {
    datasources: { uid: string }[]
  }
  const used = DASHBOARDS.flatMap(({ panels }) =>
    (panels as Panel[]).map(({ datasource }) => datasource?.uid),
  )
  expect(datasources.map(({ uid }) => uid)).toEqual(expect.arrayContaining([...new Set(used)]))
})

test('addresses in configurations are those of Services', () => {
  const known = ofKind<Service>(objects, 'Service').flatMap(({ metadata, spec }) =>
    spec.ports.map(({ port }) => `http://${metadata.name}:${port}`),
  )
  const texts = ['grafana-datasources', 'alloy-config'].flatMap((name) =>
    Object.values(filesOf(name)),
  )
  const used = texts.flatMap((text) => text.match(/http:\/\/[\w-]+:\d+/g) ?? [])
  expect(used).toHaveLength(4)
  expect(used.filter((address) => !known.includes(address))).toEqual([])
})

test.each(['prometheus', 'loki', 'tempo', 'alloy'])(
  '%s is started with the file that it is given',
  (name) => {
    const pod = workloadsOf(objects).find(({ metadata }) => metadata.name === name)?.spec.template
      .spec
    const [{ args = [], volumeMounts = [] } = {}] = pod?.containers ?? []
    const { mountPath } = volumeMounts.find((mount) => mount.name === 'config') ?? {}
    const paths = Object.keys(filesOf(`${name}-config`)).map((file) => `${mountPath}/${file}`)
    expect(paths).toHaveLength(1)
    expect(args.some((arg) => arg.endsWith(paths[0]!))).toBe(true)
  },
)
