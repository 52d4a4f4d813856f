import { afterAll, beforeAll, expect, test } from 'bun:test'
import { ROUTES, pathWith, statusesOf, type RouteContract } from '../contracts/index.ts'
import { newId, newUser } from './people.ts'
import type { TestService } from './test-service.ts'

const MORE_THAN_A_BURST = 100
const MALFORMED_IDS = ['abc', '0'.repeat(25), 'g'.repeat(24), '%00', '%', '..%2f', 'x'.repeat(5000)]

const PARAMETERS = { id: newId(), name: 'x', sellerId: newId(), returnId: 'r', refundId: 'r' }
let addresses = 0

/** Somebody with an address of their own: the limits of other tests do not count for them. */
function anybody(who: RouteContract['who'] = 'user') {
  addresses += 1
  const headers = { 'x-real-ip': `10.0.${addresses >> 8}.${addresses & 255}` }
  return { as: newUser(who === 'admin' ? 'admin' : 'user'), headers }
}

/** Tests what holds for every route of a service, started by `start` with its limits unscaled. */
export function testEveryRoute(
  name: RouteContract['service'],
  start: () => Promise<Pick<TestService, 'call' | 'stop'>>,
): void {
  let service: Pick<TestService, 'call' | 'stop'>
  beforeAll(async () => {
    service = await start()
  })
  afterAll(() => service.stop())

  test.each(routesOf(name, (route) => statusesOf(route).includes(429)))(
    '%s returns 429 with Retry-After to a flood',
    async (_, route) => {
      const refused = await flood(service, route)
      expect(refused?.body.type).toBe('/problems/too-many-requests')
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
    },
  )

  test.each(routesOf(name, ({ path }) => path.includes(':id')))(
    '%s returns 404 for a malformed id',
    async (_, { method, path, who }) => {
      for (const id of MALFORMED_IDS) {
        const address = pathWith({ path }, { ...PARAMETERS, id })
        const { status, body } = await service.call(method, address, anybody(who))
        expect([id, status, body.type]).toEqual([id, 404, '/problems/not-found'])
      }
    },
  )

  test.each(routesOf(name, ({ query }) => query !== undefined))(
    '%s returns 400 for a query parameter that is given twice',
    async (_, { method, path, who }) => {
      for (const parameter of ['limit', 'cursor']) {
        const address = `${path}?${parameter}=1&${parameter}=2`
        const { status, body } = await service.call(method, address, anybody(who))
        expect([status, body.errors[0].field]).toEqual([400, parameter])
      }
    },
  )
}

function routesOf(
  name: RouteContract['service'],
  isMeant: (route: RouteContract) => boolean,
): [string, RouteContract][] {
  return ROUTES.filter((route) => route.service === name && isMeant(route)).map((route) => [
    `${route.method} ${route.path}`,
    route,
  ])
}

/** Calls a route with no body many times at once; returns the first response with a 429. */
async function flood(service: Pick<TestService, 'call'>, { method, path }: RouteContract) {
  const user = newUser()
  const address = pathWith({ path }, PARAMETERS)
  const { headers } = anybody()
  // Each in a session of its own: signing out ends the session of the request.
  const calls = Array.from({ length: MORE_THAN_A_BURST }, () =>
    service.call(method, address, { as: { ...user, sid: crypto.randomUUID() }, headers }),
  )
  return (await Promise.all(calls)).find(({ status }) => status === 429)
}
