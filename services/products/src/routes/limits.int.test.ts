import { afterAll, beforeAll, expect, test } from 'bun:test'
import { flood, limitedRoutes, type TestService } from '@shop/shared/testing'
import { startProducts } from '../testing/index.ts'

let service: TestService

beforeAll(async () => {
  service = await startProducts(undefined, { LIMIT_SCALE: 1 })
})

afterAll(() => service.stop())

test.each(limitedRoutes('products'))(
  '%s refuses a flood, and says when to come again',
  async (_, route) => {
    const refused = await flood(service, route)
    expect(refused?.body.type).toBe('/problems/too-many-requests')
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  },
)
