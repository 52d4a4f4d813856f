import type { Session } from '../contracts/index.ts'

/** Variables that the shared middlewares set on each request's context. */
export interface AppEnv {
  Variables: { requestId: string; session: Session | null }
}
