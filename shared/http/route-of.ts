import type { Context } from 'hono'
import { matchedRoutes } from 'hono/route'

/** The pattern of a request's route, also when it did not get so far; `none` for an unknown one. */
export function routeOf(c: Context): string {
  return matchedRoutes(c).find(({ path }) => !path.endsWith('*'))?.path ?? 'none'
}
