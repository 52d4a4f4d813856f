import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../../e2e/stack/settings/paths.ts'
import { exec, lastLines } from '../../e2e/stack/system/exec.ts'
import { StackFailure } from '../../e2e/stack/system/failure.ts'

interface Pin {
  name: string
  version: string
  sha512: string
}

/** A cache folder with an npm package that is too large to install with every clone. */
export async function fromNpm(
  { name, version, sha512 }: Pin,
  keep: (unpacked: string) => Promise<string>,
): Promise<string> {
  const target = join(cacheFolder(), `${name.replace(/^.*\//, '')}-${version}`)
  if (existsSync(target)) return target
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), '.npm-'))
  try {
    await must(['npm', 'pack', '--silent', `${name}@${version}`], work)
    const file = join(work, readdirSync(work)[0] ?? '')
    const sum = new Bun.CryptoHasher('sha512').update(await Bun.file(file).bytes()).digest('base64')
    if (sum !== sha512) throw new StackFailure(`${name}@${version} has another checksum`)
    await must(['tar', '-xzf', file], work)
    renameSync(await keep(join(work, 'package')), target)
  } catch (error) {
    // Another run may have created it meanwhile.
    if (!existsSync(target)) throw error
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return target
}

/** Runs a command in a folder; throws its output when it fails. */
export async function must(command: readonly string[], cwd: string): Promise<string> {
  const { ok, out } = await exec(command, { cwd })
  if (!ok) throw new StackFailure(`${command.slice(0, 3).join(' ')}: ${lastLines(out)}`)
  return out
}
