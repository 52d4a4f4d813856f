import { readFileSync } from 'node:fs'

const HANGUP_BIT = 1n
// Ctrl-C reaches this process twice: from the terminal and from `bun run`.
const SAME_KEY_MS = 400
const PARENT_CHECK_MS = 1000

/** Calls `stop` at the first termination signal and `kill` at the second. */
export function onShutdown(stop: () => void, kill: () => void): void {
  let first = 0
  const end = () => {
    const now = performance.now()
    if (first === 0) {
      first = now
      stop()
    } else if (now - first > SAME_KEY_MS) kill()
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  if (!ignoresHangup()) process.on('SIGHUP', end)
  // A closed terminal must not break the shutdown.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  watchParent(end)
}

// `nohup` starts this process with SIGHUP ignored; a handler would undo that.
function ignoresHangup(): boolean {
  try {
    const status = readFileSync('/proc/self/status', 'utf8')
    const mask = /^SigIgn:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'
    return (BigInt(`0x${mask}`) & HANGUP_BIT) !== 0n
  } catch {
    return false
  }
}

/** A killed `bun run` cannot forward a signal, so its exit is watched. */
function watchParent(end: () => void): void {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return
  setInterval(() => {
    if (process.ppid !== parent) end()
  }, PARENT_CHECK_MS).unref()
}
