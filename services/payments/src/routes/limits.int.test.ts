import { afterAll, beforeAll, expect, test } from 'bun:test'
import { flood, limitedRoutes } from '@shop/shared/testing'
import { startTestPayments, type TestPayments } from '../testing/index.ts'

let service: TestPayments

beforeAll(async () => {
  service = await startTestPayments({ LIMIT_SCALE: 1 })
})

afterAll(() => service.stop())

test.each(limitedRoutes('payments'))(
  '%s refuses a flood, and says when to come again',
  async (_, route) => {
    const refused = await flood(service, route)
    expect(refused?.body.type).toBe('/problems/too-many-requests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  },
)
