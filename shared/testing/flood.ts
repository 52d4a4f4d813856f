import { ROUTES, statusesOf, type RouteContract } from '../contracts/index.ts'
import { newId, newUser } from './people.ts'
import type { TestResponse } from './test-response.ts'
import type { TestService } from './test-service.ts'

const MORE_THAN_A_BURST = 100

/** The routes of a service that limit what a session may write, by name. */
export function limitedRoutes(service: RouteContract['service']): [string, RouteContract][] {
  return ROUTES.filter((route) => route.service === service && statusesOf(route).includes(429)).map(
    (route) => [`${route.method} ${route.path}`, route],
  )
}

/** Calls a route with nothing in the body many times at once; gives the first refusal to hear more. */
export async function flood(
  service: Pick<TestService, 'call'>,
  { method, path }: RouteContract,
): Promise<TestResponse | undefined> {
  const user = newUser()
  const address = path.replace(':id', newId()).replace(':name', 'x')
  // A session of its own each time: signing out ends the one that it comes with.
  const calls = Array.from({ length: MORE_THAN_A_BURST }, () =>
    service.call(method, address, { as: { ...user, sid: crypto.randomUUID() } }),
  )
  return (await Promise.all(calls)).find(({ status }) => status === 429)
}
