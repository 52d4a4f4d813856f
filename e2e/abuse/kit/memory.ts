import { readFileSync, writeFileSync } from 'node:fs'
import { memoryMb } from '../../bench/proc-figures.ts'

/** The most memory that a process had while the work was done, in MB. */
export async function peakMb<T>(pid: number, work: () => Promise<T>): Promise<[T, number]> {
  // Linux forgets the peak so far.
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
  const result = await work()
  return [result, peakOf(pid)]
}

/** A process that is gone had no bound at all. */
function peakOf(pid: number): number {
  try {
    return memoryMb(readFileSync(`/proc/${pid}/status`, 'utf8'), 'VmHWM')
  } catch {
    return Infinity
  }
}
