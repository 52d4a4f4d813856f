import { expect, test } from 'bun:test'
import { dirname } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { exec } from '../../e2e/stack/system/exec.ts'
import { SERVICES } from '../../shared/contracts/services.ts'
import { findKubectl } from './kubectl.ts'

const hasTilt = Bun.which('tilt') !== null
const EVALUATE = 'PATH="$0:$PATH" exec tilt alpha tiltfile-result "$@"'

const DATABASES = SERVICES.map((name) => `${name}-mongo`)
const SERVERS = ['nats', 'minio', 'minio-bootstrap', 'mailbox', 'stripe-sandbox']
const ON_THE_CLUSTER = [...SERVICES, 'storefront', ...DATABASES, ...SERVERS]

/** Evaluates the Tiltfile without a cluster. */
async function resourcesOf(...args: string[]): Promise<string[]> {
  const kubectl = dirname(await findKubectl())
  const { ok, out } = await exec(['sh', '-c', EVALUATE, kubectl, ...args], {
    cwd: root,
    env: { KUBECONFIG: '/dev/null' },
  })
  if (!ok) throw new Error(out)
  const { Manifests } = JSON.parse(out.slice(out.indexOf('{'))) as { Manifests: { Name: string }[] }
  return Manifests.map(({ Name }) => Name)
}

test.skipIf(!hasTilt)(
  'where Tilt is on the PATH: the Tiltfile runs every program and server of the shop',
  async () => {
    const resources = await resourcesOf()
    expect(resources).toEqual(expect.arrayContaining(ON_THE_CLUSTER))
    expect(resources).toEqual(expect.arrayContaining(['seed', 'reset', 'e2e', 'kill a pod']))
  },
)

test.skipIf(!hasTilt)(
  'where Tilt is on the PATH: with --local it runs the stack without Kubernetes',
  async () => {
    const resources = await resourcesOf('--', '--local')
    expect(resources).toContain('shop')
    expect(resources).not.toContain('nats')
  },
)
