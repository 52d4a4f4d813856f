import { expect, test } from 'bun:test'
import { createLog } from '../log/index.ts'
import { createApp } from './index.ts'

const app = createApp({
  log: createLog('test', 'silent'),
  publicOrigins: [],
  missing: async () => [],
  isOutage: () => false,
})

test.each(['/livez', '/readyz', '/metrics'])('%s is hidden from the front door', async (path) => {
  expect((await app.request(path)).status).toBe(200)
  const headers = { 'x-forwarded-for': '203.0.113.7' }
  expect((await app.request(path, { headers })).status).toBe(404)
})
