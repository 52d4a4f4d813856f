import type { Sweeper } from '@shop/shared/service'
import { finish, type ModerationDeps } from '../moderation/moderate.ts'

const GRACE_MS = 5000
const BATCH = 100

/** Finishes moderations that a crash left between their document and the product. */
export function unfinishedModerations(deps: ModerationDeps, graceMs = GRACE_MS): Sweeper {
  return {
    name: 'unfinished-moderations',
    async run() {
      const before = new Date(Date.now() - graceMs)
      for (const left of await deps.moderations.pendingSince(before, BATCH))
        await finish(deps, left)
    },
  }
}
