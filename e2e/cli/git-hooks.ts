import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import { exec } from '../stack/system/exec.ts'

const FOLDER = '.githooks'

/** Makes git run the hooks of this repository, unless it already runs others; gives the folder in use. */
export async function useGitHooks(): Promise<string | undefined> {
  if (!existsSync(join(root, '.git'))) return undefined
  const { out } = await exec(['git', 'config', '--get', 'core.hooksPath'], { cwd: root })
  if (out.trim() !== '') return out.trim()
  await exec(['git', 'config', 'core.hooksPath', FOLDER], { cwd: root })
  return FOLDER
}
