import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StackFile } from '@shop/shared/testing'
import { withoutSecrets } from '../stack/settings/environment.ts'
import { root } from '../stack/settings/paths.ts'
import { stackFilePath } from '../stack/stack-file.ts'
import { StackFailure } from '../stack/system/failure.ts'
import { withProgress } from '../stack/system/progress.ts'
import { onShutdown } from '../stack/system/signals.ts'
import { until } from '../stack/system/until.ts'

const START_WITHIN_MS = 600_000

export interface OwnStack {
  stack: StackFile
  /** A temporary folder, deleted after the run. */
  folder: string
  stop: () => Promise<void>
}

const running = new Set<Bun.Subprocess>()

/** Stops every own stack at the first termination signal, also one that is still starting; ends at once at the second. */
export function stopOnShutdown(): void {
  const end = () => process.exit(130)
  onShutdown(() => void Promise.all([...running].map(stopRunner)).finally(end), end)
}

export interface OwnStackOptions {
  settings?: Record<string, string>
  /** The data of an earlier start. */
  folder?: string | undefined
  /** Perhaps another commit's. */
  sources?: string
  /** Of `start`. */
  flags?: readonly string[]
}

/** Starts a production build with `start`, on its own ports and data. */
export async function startOwnStack({
  settings = {},
  folder = temporaryFolder(),
  sources = root,
  flags = [],
}: OwnStackOptions = {}): Promise<OwnStack> {
  // As a separate process: the runner reads every log line, which would disturb measurements.
  const runner = Bun.spawn([...startCommand(sources), ...flags], {
    cwd: sources,
    env: { ...environment(folder), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  running.add(runner)
  const stop = () => stopRunner(runner)
  const file = stackFilePath(folder)
  const isUp = await withProgress('starting a shop of its own', () =>
    until(() => existsSync(file) || runner.exitCode !== null, { withinMs: START_WITHIN_MS }),
  )
  if (!isUp || runner.exitCode !== null) {
    await stop()
    throw new StackFailure('the shop failed to start')
  }
  return { stack: (await Bun.file(file).json()) as StackFile, folder, stop }
}

async function stopRunner(runner: Bun.Subprocess): Promise<void> {
  runner.kill('SIGTERM')
  await runner.exited
  running.delete(runner)
}

/** The command behind `bun run start` itself, because a signal to `bun run` does not reach it. */
function startCommand(sources: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(sources, 'package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return [process.execPath, ...scripts.start.split(' ').slice(1)]
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shop-own-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function environment(folder: string): Record<string, string | undefined> {
  return {
    ...withoutSecrets(),
    STACK_DATA: folder,
    STACK_PORTS: 'random',
    LOG_LEVEL: 'info',
  }
}
