import { beforeAll, test } from 'bun:test'
import { expectReport, onObject, widen } from './mutate.ts'
import type { KubeObject } from './objects.ts'
import { renderAll } from './render.ts'
import { connections } from './rules/network.ts'

const FETCH_MS = 300_000
let manifests: KubeObject[]

beforeAll(async () => {
  manifests = (await renderAll())['ha-ci']
}, FETCH_MS)

const fromEverywhere = onObject((it) => widen(it))
const toEverywhere = onObject((it) => {
  const egress = [{ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [{ port: 443 }] }]
  Object.assign(it.spec as object, { egress })
})

test.each<[report: string, object: string, change: (object: never) => void]>([
  ['stranger > auth-mongo:27017', 'NetworkPolicy/auth-mongo-members', fromEverywhere],
  ['auth-mongo > internet:443', 'NetworkPolicy/auth-mongo-members', toEverywhere],
  ['auth-mongo-initiate > internet:443', 'NetworkPolicy/auth-mongo-initiate', toEverywhere],
  ['stranger > jetstream:6222', 'NetworkPolicy/jetstream', fromEverywhere],
  ['jetstream > internet:443', 'NetworkPolicy/jetstream', toEverywhere],
  ['cart > internet:443', 'NetworkPolicy/services-to-jetstream', toEverywhere],
  ['stranger > cart-mongo:27017', 'NetworkPolicy/mongo-from-backup', fromEverywhere],
  ['backup > internet:443', 'NetworkPolicy/backup', toEverywhere],
  ['stranger > minio:9000', 'NetworkPolicy/minio-from-backup', fromEverywhere],
  ['stranger > auth:3000', 'NetworkPolicy/gateway', fromEverywhere],
  ['stranger > minio:9000', 'NetworkPolicy/gateway-to-minio', fromEverywhere],
  ['stranger > stripe-sandbox:3010', 'NetworkPolicy/gateway-to-stripe-sandbox', fromEverywhere],
])('too much is noticed: %s (%s)', (report, object, make) => {
  expectReport(manifests, [report, object, make, connections])
})
