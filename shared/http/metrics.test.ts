import { beforeEach, expect, test } from 'bun:test'
import { register } from 'prom-client'
import { createLog } from '../log/index.ts'
import { createApp } from './index.ts'

const app = createApp({
  log: createLog('test', 'silent'),
  publicOrigins: ['https://shop.example'],
  missing: async () => [],
  isOutage: () => false,
})
  .get('/api/things/:id', (c) => c.text('a thing'))
  .post('/api/things/:id', () => {
    throw new Error('a bug')
  })
  .all('*', (c) => c.text('a page'))

beforeEach(() => register.getSingleMetric('http_request_duration_seconds')?.reset())

/** Method, route and status of the requests since the start of the test. */
async function counted(): Promise<string[]> {
  const text = await register.metrics()
  const pattern =
    /^http_request_duration_seconds_count\{method="(.*)",route="(.*)",status="(.*)"\} (.*)$/gm
  return [...text.matchAll(pattern)].map(([, ...parts]) => parts.join(' ')).toSorted()
}

test('requests are counted by the pattern of their route', async () => {
  for (const id of ['1', '2', '%00']) await app.request(`/api/things/${id}`)
  await app.request('/api/things/3?x=1', { method: 'HEAD' })
  expect(await counted()).toEqual(['GET /api/things/:id 200 3', 'HEAD /api/things/:id 200 1'])
})

test('errors are counted with the status of their response, also of requests that are refused', async () => {
  const own = { 'sec-fetch-site': 'same-origin' }
  const other = { 'sec-fetch-site': 'cross-site' }
  for (const headers of [own, other])
    await app.request('/api/things/1', { method: 'POST', headers })
  expect(await counted()).toEqual(['POST /api/things/:id 403 1', 'POST /api/things/:id 500 1'])
})

test('unknown paths are one route', async () => {
  for (const path of ['/', '/x', '/api/nothing', '/api/things/1/2']) await app.request(path)
  expect(await counted()).toEqual(['GET none 200 4'])
})

test('probes are not counted', async () => {
  for (const path of ['/livez', '/readyz', '/metrics']) await app.request(path)
  expect(await counted()).toEqual([])
})
