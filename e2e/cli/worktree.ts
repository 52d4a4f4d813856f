import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import { exec, lastLines } from '../stack/system/exec.ts'
import { StackFailure } from '../stack/system/failure.ts'

/** Another commit's sources with their packages. */
export interface Worktree {
  folder: string
  commit: string
}

/** Checks out a commit into a temporary folder and installs its packages; removed when this process ends. */
export async function checkOutCommit(name: string): Promise<Worktree> {
  const commit = await run(['git', 'rev-parse', '--short', '--verify', `${name}^{commit}`], root)
  const parent = mkdtempSync(join(tmpdir(), 'shop-against-'))
  const folder = join(parent, commit)
  process.on('exit', () => {
    Bun.spawnSync(['git', 'worktree', 'remove', '--force', folder], { cwd: root })
    rmSync(parent, { recursive: true, force: true })
    Bun.spawnSync(['git', 'worktree', 'prune'], { cwd: root })
  })
  await run(['git', 'worktree', 'add', '--detach', folder, commit], root)
  await run([process.execPath, 'install', '--frozen-lockfile'], folder)
  return { folder, commit }
}

async function run(command: string[], cwd: string): Promise<string> {
  const { ok, out } = await exec(command, { cwd })
  if (!ok) throw new StackFailure(`${command.join(' ')} failed:\n${lastLines(out)}`)
  return out.trim()
}
