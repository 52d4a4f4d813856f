import { createFactory } from 'hono/factory'
import type { AppEnv } from './app-env.ts'

/** Makes the handlers of an endpoint: guards, validators, then the work. */
export const { createHandlers } = createFactory<AppEnv>()
