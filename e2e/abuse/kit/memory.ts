import { readFileSync, writeFileSync } from 'node:fs'
import { memoryMb } from '../../bench/proc-figures.ts'

/** The peak memory of a process during the work, in MB. */
export async function peakMb<T>(pid: number, work: () => Promise<T>): Promise<[T, number]> {
  // Resets the peak that Linux recorded.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const result = await work()
  return [result, peakOf(pid)]
}

/** The peak of a process that crashed: unbounded. */
function peakOf(pid: number): number {
  try {
    return memoryMb(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM')
  } catch {
    return Infinity
  }
}
