import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'

const LOOK_AGAIN_MS = 5

/** Strikes once when the runner has armed this point: of several processes, the one that disarms it first. */
export async function failpoint(name: string): Promise<void> {
  const folder = process.env['FAILPOINTS']
  if (folder === undefined) return
  const struck = join(folder, 'struck', `${name}@${process.pid}`)
  const action = disarm(join(folder, 'armed', name), struck)
  if (action === 'kill') process.kill(process.pid, 'SIGKILL')
  if (action === 'pause') process.kill(process.pid, 'SIGSTOP')
  while (action === 'hold' && existsSync(struck)) await Bun.sleep(LOOK_AGAIN_MS)
}

function disarm(armed: string, struck: string): string {
  try {
    // Read first: as soon as the runner sees that it has struck, it takes the file away.
    const action = readFileSync(armed, 'utf8')
    renameSync(armed, struck)
    return action
  } catch {
    return 'none'
  }
}
