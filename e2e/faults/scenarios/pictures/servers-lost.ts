import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { VOLUME_SERVERS } from '../../../stack/settings/object-stores.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { whileUploading } from '../../kit/upload-pictures.ts'

const UPLOADING_MS = 3000
const PAUSE_MS = 10_000
const AWAY_MS = 4000

/**
 * While sellers upload, each volume server is killed, then paused, and the filer with its gateway is away for seconds;
 * at last one volume server loses its disk: what it held must be on another.
 */
export const pictureServersLost: Scenario = {
  name: 'volume servers killed and paused during uploads',
  invariants: [49],
  s3: 'seaweedfs',
  quick: 1,
  full: 3,
  run: async (trial, times) => {
    const { processes } = trial
    let faults = 0
    const uploads = await whileUploading(trial, async () => {
      for (let n = 0; n < times; n += 1) {
        for (const name of VOLUME_SERVERS) {
          await Bun.sleep(UPLOADING_MS)
          await processes.killAndWait(name)
          await Bun.sleep(UPLOADING_MS)
          const resume = processes.pause(name)
          await Bun.sleep(PAUSE_MS)
          resume()
          faults += 2
        }
        await Bun.sleep(UPLOADING_MS)
        await goAway(trial.proxies.minio)
        await processes.killAndWait('seaweedfs')
        faults += 2
      }
      await Bun.sleep(UPLOADING_MS)
      await loseDisk(trial, VOLUME_SERVERS[0])
    })
    const goal = times * (VOLUME_SERVERS.length + 1) * 2
    return [{ what: 'kills and pauses', seen: faults, goal }, ...(await uploads.counts())]
  },
}

/** Refuses connections as a gateway does that is being replaced. */
async function goAway(gateway: { cut: () => void; mend: () => void }): Promise<void> {
  gateway.cut()
  await Bun.sleep(AWAY_MS)
  gateway.mend()
}

async function loseDisk({ data, processes }: Trial, name: string): Promise<void> {
  processes.pause(name)
  const folder = join(data, name)
  for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true })
  await processes.killAndWait(name)
}
