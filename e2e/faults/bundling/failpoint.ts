import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'

const POLL_MS = 5

/** Takes effect once when the runner has armed it, in the first process that reaches it. */
export async function failpoint(name: string): Promise<void> {
  const folder = process.env['FAILPOINTS']
  if (folder === undefined) return
  const hit = join(folder, 'hit', `${name}@${process.pid}`)
  const action = disarm(join(folder, 'armed', name), hit)
  if (action === 'kill') process.kill(process.pid, 'SIGKILL')
  if (action === 'pause') process.kill(process.pid, 'SIGSTOP')
  while (action === 'hold' && existsSync(hit)) await Bun.sleep(POLL_MS)
}

function disarm(armed: string, hit: string): string {
  try {
    // Read first: as soon as the runner sees that it has hit, it takes the file away.
    const action = readFileSync(armed, 'utf8')
    renameSync(armed, hit)
    return action
  } catch {
    return 'none'
  }
}
