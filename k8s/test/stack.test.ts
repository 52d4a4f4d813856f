import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mongods } from '../../e2e/stack/servers/mongo.ts'
import { natsStreaming } from '../../e2e/stack/servers/nats-streaming.ts'
import { root } from '../../e2e/stack/settings/paths.ts'
import { DEFAULT_PORTS } from '../../e2e/stack/settings/ports.ts'
import { loadSecrets } from '../../e2e/stack/settings/secrets.ts'
import { workloadsOf, type KubeObject } from './objects.ts'
import { renderAll } from './render.ts'

// The cluster's servers must have the same options as those of the local stack.
type Shop = Parameters<typeof natsStreaming>[0]
const FETCH_MS = 300_000
const data = mkdtempSync(join(tmpdir(), 'shop-k8s-stack-'))
const addresses = { nats: { clusterId: 'shop' } } as Shop['addresses']
const local = {
  data,
  ports: DEFAULT_PORTS,
  addresses,
  secrets: loadSecrets(data),
  isReplicated: false,
} as Shop
let objects: KubeObject[]

beforeAll(async () => {
  objects = (await renderAll()).prod
}, FETCH_MS)

afterAll(() => rmSync(data, { recursive: true }))

/** Options by name, without addresses and data folders. */
function optionsOf(args: readonly string[]): Record<string, string> {
  const options: Record<string, string> = {}
  let last = ''
  for (const arg of args) {
    const [, name, value] = /^--?([a-zA-Z]\w*)(?:=(.*))?$/.exec(arg) ?? []
    if (name === undefined) options[last] = arg
    else options[(last = name)] = value ?? ''
  }
  for (const name of ['a', 'p', 'm', 'dir', 'dbpath', 'port', 'bind_ip', 'bind_ip_all', 'c'])
    delete options[name]
  return options
}

const argsOf = (name: string) =>
  workloadsOf(objects).find(({ metadata }) => metadata.name === name)?.spec.template.spec
    .containers[0]?.args ?? []

test.each([
  ['nats', [natsStreaming(local, 'nats')]],
  ['auth-mongo', mongods(local, 'mongod')],
] as const)('%s has the options of the local server', (name, [server]) => {
  expect(optionsOf(argsOf(name))).toEqual(optionsOf(server?.command.slice(1) ?? []))
})

interface Policy {
  Statement: { Effect: string; Principal?: object; Action: string[]; Resource: string[] }[]
}

const policyOf = (name: string) =>
  JSON.parse(readFileSync(join(root, 'k8s/base/minio', `${name}.json`), 'utf8')) as Policy

test('pictures are publicly readable, and only products may write them', () => {
  const Resource = ['arn:aws:s3:::product-images/*']
  expect(policyOf('everybody').Statement).toEqual([
    { Effect: 'Allow', Principal: { AWS: ['*'] }, Action: ['s3:GetObject'], Resource },
  ])
  const Action = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']
  expect(policyOf('products').Statement).toEqual([{ Effect: 'Allow', Action, Resource }])
})
