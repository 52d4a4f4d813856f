import { createFactory } from 'hono/factory'
import type { AppEnv } from './app-env.ts'

/** Creates the handlers of a route: guards, validators, then the work. */
export const { createHandlers } = createFactory<AppEnv>()
