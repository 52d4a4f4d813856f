import { afterAll, beforeAll, expect, test } from 'bun:test'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterConf, jetstreamConf } from '../../e2e/stack/servers/jetstream-conf.ts'
import { SETTINGS } from '../../e2e/stack/servers/mongo-set.ts'
import { mongods } from '../../e2e/stack/servers/mongo.ts'
import { natsStreaming } from '../../e2e/stack/servers/nats-streaming.ts'
import { root } from '../../e2e/stack/settings/paths.ts'
import { DEFAULT_PORTS } from '../../e2e/stack/settings/ports.ts'
import { loadSecrets, type Passwords } from '../../e2e/stack/settings/secrets.ts'
import { SERVICES } from '../../shared/contracts/services.ts'
import { filesIn, workloadsOf, type KubeObject } from './objects.ts'
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
let lone: KubeObject[]
let replicated: KubeObject[]

beforeAll(async () => {
  const overlays = await renderAll()
  lone = overlays.prod
  replicated = overlays.ha
}, FETCH_MS)

afterAll(() => rmSync(data, { recursive: true }))

/** Options by name, without addresses and data folders. */
function optionsOf(args: readonly string[]): Record<string, string> {
  const options: Record<string, string> = {}
  // Some may be given several times.
  const add = (name: string, value: string) => {
    options[name] = [options[name] ?? '', value].toSorted().join(' ').trim()
  }
  let last = ''
  for (const arg of args) {
    const [, name, value] = /^--?([a-zA-Z]\w*)(?:=(.*))?$/.exec(arg) ?? []
    if (name === undefined) add(last, arg)
    else add((last = name), value ?? '')
  }
  for (const name of ['a', 'p', 'm', 'dir', 'dbpath', 'port', 'bind_ip', 'bind_ip_all', 'c'])
    delete options[name]
  return options
}

const argsOf = (name: string, objects: KubeObject[]) =>
  workloadsOf(objects).find(({ metadata }) => metadata.name === name)?.spec.template.spec
    .containers[0]?.args ?? []

test.each([
  ['nats', [natsStreaming(local, 'nats')]],
  ['auth-mongo', mongods(local, 'mongod')],
] as const)('%s has the options of the local server', (name, [server]) => {
  expect(optionsOf(argsOf(name, lone))).toEqual(optionsOf(server?.command.slice(1) ?? []))
})

test('the members of a set have the options of the local ones', () => {
  const [server] = mongods({ ...local, isReplicated: true }, 'mongod')
  const { keyFile, ...options } = optionsOf(server?.command.slice(1) ?? [])
  expect(keyFile).toBeTruthy()
  // With a key, clients need passwords anyway.
  const own = { auth: '', keyFile: '/key/key' }
  expect(optionsOf(argsOf('auth-mongo', replicated))).toEqual({ ...options, ...own })
  const settings = `settings = ${JSON.stringify(SETTINGS, null, 2).replaceAll('"', '')}`
  const script = filesIn(replicated, 'mongo-set')['initiate.js']?.replaceAll(/ *\/\/.*\n/g, '')
  expect(script?.replaceAll(',\n}', '\n}')).toContain(settings)
})

test('JetStream has the users and the store of the local one', () => {
  const passwords = Object.fromEntries(
    ['admin', ...SERVICES].map((name) => [
      name,
      `$${name === 'admin' ? 'NATS_ADMIN' : `${name.toUpperCase()}_NATS`}_PASSWORD`,
    ]),
  )
  const files = filesIn(replicated, 'jetstream-config')
  const { authorization } = Bun.YAML.parse(files['users.conf'] ?? '') as Conf
  const { 'jetstream.conf': server = '' } = files
  const { jetstream, cluster } = Bun.YAML.parse(server.replace(/^include .*/m, '')) as Conf
  expect<object>({ jetstream, authorization }).toEqual(
    jetstreamConf('/data', passwords as Passwords),
  )
  const {
    listen,
    name,
    authorization: member,
  } = clusterConf('0.0.0.0:6222', [], passwords as Passwords) as Cluster
  expect(cluster).toEqual({ listen, name, authorization: member })
})

interface Conf {
  jetstream: object
  authorization: object
  cluster: object
}

interface Cluster {
  listen: string
  name: string
  authorization: object
}

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
