import { afterAll, beforeAll, expect, test } from 'bun:test'
import { API_PATHS, ROUTES, pathWith, statusesOf, type RouteContract } from '../contracts/index.ts'
import { newId, newUser } from './people.ts'
import type { TestService } from './test-service.ts'

const MORE_THAN_A_BURST = 100
const MALFORMED_IDS = ['abc', '0'.repeat(25), 'g'.repeat(24), '%00', '%', '..%2f', 'x'.repeat(5000)]

const WITH_ID = /:(?:id|userId|letterId)\b/
const PARAMETERS = {
  id: newId(),
  name: 'x',
  sellerId: newId(),
  returnId: 'r',
  refundId: 'r',
  userId: newId(),
  letterId: newId(),
  key: 'k',
}
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
  start: () => Promise<Pick<TestService, 'call' | 'stop' | 'db'>>,
): void {
  let service: Pick<TestService, 'call' | 'stop' | 'db'>
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

  test.each(routesOf(name, ({ path }) => WITH_ID.test(path)))(
    '%s returns 404 for a malformed id',
    async (_, { method, path, who }) => {
      for (const id of MALFORMED_IDS) {
        const address = pathWith({ path }, { ...PARAMETERS, id, userId: id, letterId: id })
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

  test.each(routesOf(name, ({ who }) => who === 'admin'))(
    '%s is for staff only',
    async (_, { method, path }) => {
      const address = pathWith({ path }, PARAMETERS)
      const { headers } = anybody()
      expect((await service.call(method, address, { headers })).status).toBe(401)
      for (const role of ['guest', 'user'] as const) {
        const { status } = await service.call(method, address, { as: newUser(role), headers })
        expect(status).toBe(403)
      }
    },
  )

  test(`staff read, replay and delete dead letters of ${name}`, async () => {
    const path = `${API_PATHS[name]}/dead-letters`
    const letter = { subject: 'poison', data: '{}', error: 'not handled', at: new Date() }
    const { insertedId } = await service.db.collection('deadletters').insertOne(letter)
    const id = insertedId.toString()
    const call = (method: string, rest = '') => service.call(method, path + rest, anybody('admin'))
    const list = await call('GET')
    expect([list.status, list.body.items[0].id]).toEqual([200, id])
    const replayed = await call('POST', `/${id}/replay`)
    expect([replayed.status, replayed.body.isHandled]).toEqual([200, false])
    expect((await call('DELETE', `/${id}`)).status).toBe(204)
    expect((await call('GET')).body.items).toEqual([])
  })
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
