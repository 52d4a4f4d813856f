import { afterAll, afterEach, expect, test } from 'bun:test'
import { startProxy } from './proxy.ts'

const server = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('hello') })
const proxy = await startProxy(server.url.href)

afterEach(() => proxy.mend())
afterAll(async () => {
  proxy.stop()
  await server.stop(true)
})

const fetchText = (url: string) =>
  fetch(url, { keepalive: false }).then((response) => response.text())
const fetchProxied = () => fetchText(proxy.url)
const firstOf = () =>
  Promise.race([fetchProxied(), fetchText(server.url.href).then(() => 'direct')])

test('forwards everything', async () => {
  expect(await fetchProxied()).toBe('hello')
})

test('cut, it refuses connections until it is mended', async () => {
  proxy.cut()
  expect(await fetchProxied().catch(() => 'refused')).toBe('refused')
  proxy.mend()
  expect(await fetchProxied()).toBe('hello')
})

test.each([[[]], [['requests']], [['responses']]] as const)(
  'swallowing %p it sends nothing, and what was held arrives when it is mended',
  async (ways) => {
    proxy.swallow(...ways)
    const pending = fetchProxied()
    expect(await firstOf()).toBe('direct')
    proxy.mend()
    expect(await pending).toBe('hello')
  },
)

test('delayed, it forwards everything late', async () => {
  proxy.delay(50)
  expect(await firstOf()).toBe('direct')
  expect(await fetchProxied()).toBe('hello')
})
