import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StackFile } from '@shop/shared/testing'
import { withoutSecrets } from '../stack/settings/environment.ts'
import { root } from '../stack/settings/paths.ts'
import { stackFilePath } from '../stack/stack-file.ts'
import { StackFailure } from '../stack/system/failure.ts'
import { withProgress } from '../stack/system/progress.ts'
import { until } from '../stack/system/until.ts'

const START_WITHIN_MS = 600_000
const AFTER_THE_RUN_MS = 24 * 3600 * 1000

export interface OwnStack {
  stack: StackFile
  /** A temporary folder, deleted after the run. */
  folder: string
  stop: () => Promise<void>
}

/** Starts a production build with `start`, on its own ports and data. */
export async function startOwnStack(
  settings: Record<string, string> = {},
  folder = temporaryFolder(),
): Promise<OwnStack> {
  // As a separate process: the runner reads every log line, which would disturb measurements.
  const runner = Bun.spawn([process.execPath, 'e2e/cli/main.ts', 'start'], {
    cwd: root,
    env: { ...environment(folder), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const stop = async () => {
    runner.kill('SIGTERM')
    await runner.exited
  }
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

function temporaryFolder(): string {
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
    // Republishing a minute later would disturb another measurement.
    REANNOUNCE_MS: String(AFTER_THE_RUN_MS),
  }
}
