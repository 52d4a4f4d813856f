const TICK_MS = 10

/** CPU time of a process in ms, parsed from /proc/<pid>/stat. */
export function cpuMsIn(stat: string): number {
  // The name before it, in parentheses, may contain anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  if (!stat.includes(')') || Number.isNaN(user + system))
    throw new Error('not the stat of a process')
  return (user + system) * TICK_MS
}

/** A size in MB, such as VmRSS or VmHWM, parsed from /proc/<pid>/status. */
export function memoryMb(status: string, field: string): number {
  const kb = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
  if (kb === undefined) throw new Error(`there is no ${field} in this status`)
  return Number(kb) / 1024
}

/** The core numbers of a list such as `0-2,5`. */
export function coresIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number)
    if (!Number.isInteger(first) || !Number.isInteger(last))
      throw new Error(`"${list}" is not a core list`)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

/** Ticks of all cores since boot, parsed from /proc/stat. */
export function cpuTicks(stat: string): { all: number; stolen: number } {
  const fields = stat.split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number) ?? []
  if (fields.length < 8 || fields.some(Number.isNaN)) throw new Error('not /proc/stat')
  // The eighth field is the time stolen by other virtual machines.
  return { all: fields.reduce((sum, ticks) => sum + ticks, 0), stolen: fields[7] ?? 0 }
}
