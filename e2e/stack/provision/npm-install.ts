import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import type { Method } from './tool.ts'

/** Installs the packages of a lockfile into a folder, without running their scripts. */
export async function npmInstall(
  { lock }: Extract<Method, { kind: 'npm' }>,
  folder: string,
): Promise<void> {
  for (const file of ['package.json', 'bun.lock'])
    copyFileSync(join(import.meta.dir, lock, file), join(folder, file))
  const install = [process.execPath, 'install', '--frozen-lockfile', '--production']
  // Copied: permissions are changed afterwards, which links would pass on to Bun's cache.
  const { ok, out } = await exec([...install, '--ignore-scripts', '--backend=copyfile'], {
    cwd: folder,
  })
  if (!ok) throw new StackFailure(lastLines(out))
}
