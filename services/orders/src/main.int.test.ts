import { afterAll, beforeAll, expect, test } from 'bun:test'
import { MEDIA_URL, childEnvironment, cookieOf, eventually } from '@shop/shared/testing'
import { startTestOrders, type TestOrders } from './testing/index.ts'

let service: TestOrders

beforeAll(async () => {
  service = await startTestOrders()
})

afterAll(() => service.stop())

/** The service as a separate process. */
async function startProcess() {
  const { config } = service
  const child = Bun.spawn([process.execPath, `${import.meta.dir}/main.ts`], {
    env: {
      ...childEnvironment(config),
      PUBLIC_MEDIA_URL: MEDIA_URL,
      ORDER_LINK_KEY: config.ORDER_LINK_KEY,
    },
    stdout: 'pipe',
    stderr: 'inherit',
  })
  const reader = child.stdout.getReader()
  const { value } = await reader.read()
  reader.releaseLock()
  const { url } = JSON.parse(new TextDecoder().decode(value).split('\n')[0] ?? '')
  await eventually(async () => expect((await fetch(`${url}readyz`)).status).toBe(200))
  return { child, url: url as string }
}

test('on SIGTERM the process ends open streams and exits at once', async () => {
  const { path, buyer } = await service.placedOrder()
  const { child, url } = await startProcess()
  const headers = { cookie: await cookieOf(buyer, service.jwtKey) }
  const response = await fetch(`${url}${path.slice(1)}/events`, { headers })
  const reader = response.body?.getReader()
  const { value } = (await reader?.read()) ?? {}
  expect(new TextDecoder().decode(value)).toStartWith('event: order\nid: 0\n')
  child.kill('SIGTERM')
  // A stream that is cut off at the shutdown timeout ends with an error.
  expect(await reader?.read()).toMatchObject({ done: true })
  expect(await child.exited).toBe(0)
})
