const TICK_MS = 10

/** Milliseconds of CPU that a process has used, out of the text of its /proc/<pid>/stat. */
export function cpuMsIn(stat: string): number {
  // The name before it, in parentheses, may contain anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user, system] = [Number(fields[11]), Number(fields[12])]
  if (!stat.includes(')') || Number.isNaN(user + system)) throw new Error('this is no process stat')
  return (user + system) * TICK_MS
}

/** A size in MB out of the text of /proc/<pid>/status, such as VmRSS or VmHWM. */
export function memoryMb(status: string, field: string): number {
  const kb = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]
  if (kb === undefined) throw new Error(`there is no ${field} in this status`)
  return Number(kb) / 1024
}

/** The numbers of the cores in a list such as `0-2,5`. */
export function coresIn(list: string): number[] {
  return list.split(',').flatMap((part) => {
    const [first = NaN, last = first] = part.split('-').map(Number)
    if (!Number.isInteger(first) || !Number.isInteger(last))
      throw new Error(`"${list}" is no list of cores`)
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  })
}

/** Ticks of all cores since the machine started, out of the text of /proc/stat. */
export function cpuTicks(stat: string): { all: number; stolen: number } {
  const fields = stat.split('\n')[0]?.trim().split(/\s+/).slice(1, 9).map(Number) ?? []
  if (fields.length < 8 || fields.some(Number.isNaN)) throw new Error('this is no /proc/stat')
  // The eighth is what other machines of the host took away.
  return { all: fields.reduce((sum, ticks) => sum + ticks, 0), stolen: fields[7] ?? 0 }
}
