import { mkdirSync, readFileSync, statfsSync } from 'node:fs'
import { freemem } from 'node:os'
import { StackFailure } from '../system/failure.ts'

const GB = 1024 ** 3
const NEEDED_GB = 2

export interface Resources {
  diskGb: number
  memoryGb: number
}

/** The free disk space at a folder and the available memory. */
export function freeResources(folder: string): Resources {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = statfsSync(folder)
  return { diskGb: (bavail * bsize) / GB, memoryGb: availableMemory() / GB }
}

/** Describes which of the required disk and memory are missing. */
export function shortages({ diskGb, memoryGb }: Resources, folder: string): string[] {
  const short = (what: string, gb: number, fix: string) =>
    gb < NEEDED_GB ? [`${what}: ${gb.toFixed(1)} GB free, ${NEEDED_GB} GB needed (${fix})`] : []
  return [
    ...short('disk', diskGb, `free some where ${folder} lies, or set STACK_DATA to another folder`),
    ...short('memory', memoryGb, 'end other programs'),
  ]
}

/** Throws when there is too little disk or memory to run the shop. */
export function requireResources(folder: string): void {
  const short = shortages(freeResources(folder), folder)
  if (short.length > 0) throw new StackFailure(`not enough room:\n  ${short.join('\n  ')}`)
}

function availableMemory(): number {
  try {
    const kb = /MemAvailable:\s+(\d+) kB/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]
    return kb === undefined ? freemem() : Number(kb) * 1024
  } catch {
    return freemem()
  }
}
