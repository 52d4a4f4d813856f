import type { Session } from '../contracts/index.ts'

/** Variables that shared middleware sets on every request's context. */
export interface AppEnv {
  Variables: { requestId: string; session: Session | null }
}
