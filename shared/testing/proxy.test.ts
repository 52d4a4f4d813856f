import { afterAll, afterEach, expect, test } from 'bun:test'
import { startProxy } from './proxy.ts'

const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('hello') })
const proxy = await startProxy(server.url.href)

afterEach(() => proxy.mend())
afterAll(async () => {
  proxy.stop()
  await server.stop(true)
})

const askAt = (url: string) => fetch(url, { keepalive: false }).then((reply) => reply.text())
const ask = () => askAt(proxy.url)
const overtaking = () => Promise.race([ask(), askAt(server.url.href).then(() => 'overtaken')])

test('forwards everything', async () => {
  expect(await ask()).toBe('hello')
})

test('cut, it refuses connections until it is mended', async () => {
  proxy.cut()
  expect(await ask().catch(() => 'refused')).toBe('refused')
  proxy.mend()
  expect(await ask()).toBe('hello')
})

test.each([[[]], [['requests']], [['replies']]] as const)(
  'swallowing %p it sends nothing, and what was held arrives when it is mended',
  async (ways) => {
    proxy.swallow(...ways)
    const asked = ask()
    expect(await overtaking()).toBe('overtaken')
    proxy.mend()
    expect(await asked).toBe('hello')
  },
)

test('delayed, it forwards everything late', async () => {
  proxy.delay(50)
  expect(await overtaking()).toBe('overtaken')
  expect(await ask()).toBe('hello')
})
