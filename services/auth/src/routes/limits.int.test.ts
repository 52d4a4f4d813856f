import { afterAll, beforeAll, expect, test } from 'bun:test'
import { flood, limitedRoutes } from '@shop/shared/testing'
import { startTestAuth, type TestAuth } from '../testing/index.ts'

let service: TestAuth

beforeAll(async () => {
  service = await startTestAuth({ LIMIT_SCALE: 1 })
})

afterAll(() => service.stop())

test.each(limitedRoutes('auth'))(
  '%s refuses a flood, and says when to come again',
  async (_, route) => {
    const refused = await flood(service, route)
    expect(refused?.body.type).toBe('/problems/too-many-requests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  },
)
