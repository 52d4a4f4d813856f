import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../settings/paths.ts'
import { exec } from '../system/exec.ts'
import type { Method, Tool } from './tool.ts'
import { toolOf, type ToolName } from './versions.ts'

export interface Found {
  path: string
  version: string
  source: 'PATH' | 'cache'
}

// Debian installs nginx in a folder that is on root's PATH only.
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin']

/** Compares dotted versions as numbers: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number)
  const right = b.split('.').map(Number)
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The version in a binary's output; undefined for another program of that name or a version that is too old. */
export function acceptedVersion(tool: Tool, printed: string): string | undefined {
  const version = tool.probe.pattern.exec(printed)?.[1]
  if (version === undefined) return undefined
  if (!/^\d/.test(version)) return version
  return compareVersions(version, tool.minimum) >= 0 ? version : undefined
}

/** Reads the version of a binary. */
export async function probe(tool: Tool, path: string): Promise<string | undefined> {
  const { out } = await exec([path, ...tool.probe.args])
  return acceptedVersion(tool, out)
}

/** The cache folder that a method fills; apt fills none. */
export function cachedFolder(name: ToolName, method: Method): string | undefined {
  return method.kind === 'apt' ? undefined : join(cacheFolder(), `${name}-${method.version}`)
}

/** Where a tool may be, in search order. */
export function candidates(
  name: ToolName,
  which: (name: string) => string | null,
): { path: string; source: Found['source'] }[] {
  const tool = toolOf(name)
  const onPath = which(name)
  const cached = tool.methods.flatMap((method) => cachedFolder(name, method) ?? [])
  return [
    ...(onPath === null ? [] : [{ path: onPath, source: 'PATH' as const }]),
    ...cached.map((folder) => ({ path: join(folder, tool.file), source: 'cache' as const })),
  ]
}

/** Finds a tool on the PATH, then in the cache. */
export async function find(name: ToolName): Promise<Found | undefined> {
  const tool = toolOf(name)
  for (const { path, source } of candidates(name, whichEverywhere)) {
    const version = existsSync(path) ? await probe(tool, path) : undefined
    if (version !== undefined) return { path, version, source }
  }
  return undefined
}

function whichEverywhere(name: string): string | null {
  return Bun.which(name, { PATH: [process.env.PATH ?? '', ...SYSTEM_FOLDERS].join(':') })
}
