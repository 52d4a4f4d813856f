import { beforeAll, expect, test } from 'bun:test'
import { join } from 'node:path'
import { root } from '../../e2e/stack/settings/paths.ts'
import { STRIPE_EVENTS } from '../../shared/contracts/payments/schemas.ts'
import { environmentOf } from './environment.ts'
import { isOurs, workloadsOf, type Container, type KubeObject, type Workload } from './objects.ts'
import { OVERLAYS, renderAll, type Overlay } from './render.ts'

const FETCH_MS = 300_000
// Parts of MONGO_URL, NATS_URL and JETSTREAM_URL.
const IN_ADDRESSES = ['SERVICE', 'MONGO_PASSWORD', 'NATS_PASSWORD']
// Read by Bun itself.
const OF_BUN = ['NODE_ENV', 'MIMALLOC_PURGE_DELAY', 'BUN_GC_TIMER_INTERVAL', 'BUN_JSC_useFTLJIT']
let overlays: Record<Overlay, KubeObject[]>

beforeAll(async () => {
  overlays = await renderAll()
}, FETCH_MS)

const programs = (objects: KubeObject[]): [Container, Workload][] =>
  workloadsOf(objects).flatMap((workload) =>
    workload.spec.template.spec.containers
      .filter(isOurs)
      .map((container): [Container, Workload] => [container, workload]),
  )

/** Loads a program's configuration from an environment: its errors and the known names. */
async function startUp(image: string, env: Record<string, string>) {
  const name = image.replace(/^shop\/(.*):.*$/, '$1')
  const [folder, file] =
    name === 'storefront'
      ? ['storefront', './server/config.ts']
      : [`services/${name}`, './src/config.ts']
  const script = `import { loadConfig } from '@shop/shared/config'
    const [own] = Object.values(await import('${file}'))
    const { tracingConfig } = await import('${join(root, 'shared/tracing/config.ts')}')
    const entries = { ...own, ...tracingConfig }
    loadConfig(entries)
    console.log(JSON.stringify(Object.keys(entries)))`
  const child = Bun.spawn([process.execPath, '-e', script], {
    cwd: join(root, folder),
    env,
    stdout: 'pipe',
    stderr: 'pipe',
  })
  const [out, faults, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ])
  return { faults, code, known: code === 0 ? (JSON.parse(out) as string[]) : [] }
}

test.each([...OVERLAYS])(
  'in %s every program accepts its environment, and every variable is used',
  async (overlay) => {
    const objects = overlays[overlay]
    const starts = programs(objects).map(async ([container, workload]) => {
      const { faults, code, known } = await startUp(
        container.image,
        environmentOf(container, workload, objects),
      )
      const own = container.env?.map(({ name }) => name) ?? []
      const unknown = own.filter((name) => ![...known, ...OF_BUN, ...IN_ADDRESSES].includes(name))
      expect({ faults, code, unknown }).toEqual({ faults: '', code: 0, unknown: [] })
      return known
    })
    const known = [...(await Promise.all(starts)).flat(), ...OF_BUN]
    const common = objects.find(({ metadata }) => metadata.name.startsWith('shop-env-'))?.data
    expect(Object.keys(common ?? {}).filter((name) => !known.includes(name))).toEqual([])
  },
  60_000,
)

test('the sandbox sends the events that payments handles', () => {
  const [sandbox] =
    programs(overlays.dev).find(([{ image }]) => image.includes('stripe-sandbox')) ?? []
  const events = sandbox?.env?.find(({ name }) => name === 'WEBHOOK_EVENTS')?.value
  expect(events).toBe(STRIPE_EVENTS.join(','))
})
