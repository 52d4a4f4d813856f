import { dlopen, FFIType } from 'bun:ffi'
import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const EXCLUSIVE_NOW = 2 | 4
const library = process.platform === 'darwin' ? 'libSystem.dylib' : 'libc.so.6'
const libc = dlopen(library, {
  flock: { args: [FFIType.i32, FFIType.i32], returns: FFIType.i32 },
})

export type FileLock = { held: true; release: () => void } | { held: false; holder: string }

/** Takes a lock that the kernel releases when this process ends, however it ends. */
export function takeLock(path: string): FileLock {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a+')
  if (libc.symbols.flock(file, EXCLUSIVE_NOW) !== 0) {
    closeSync(file)
    return { held: false, holder: readFileSync(path, 'utf8').trim() }
  }
  ftruncateSync(file)
  writeSync(file, String(process.pid))
  return { held: true, release: () => release(file) }
}

/** Whether a living process holds the lock. */
export function isLocked(path: string): boolean {
  const lock = takeLock(path)
  if (lock.held) lock.release()
  return !lock.held
}

function release(file: number): void {
  ftruncateSync(file)
  closeSync(file)
}
