import type { Sweeper } from '@shop/shared/service'
import type { PictureDeps } from '../pictures/deps.ts'
import { discardUpload } from '../pictures/discard-upload.ts'

const DAY_MS = 24 * 3600 * 1000
const BATCH = 100

export function orphanedPictures(deps: PictureDeps): Sweeper {
  return {
    name: 'orphaned-pictures',
    async run() {
      const before = new Date(Date.now() - DAY_MS)
      for (const upload of await deps.uploads.begunBefore(before, BATCH))
        await discardUpload(deps, upload)
    },
  }
}
