import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

const LISTENING = '0A'
const ZOMBIE = 'Z'

interface Stat {
  state: string
  group: number
  born: string
}

/** The inodes of the sockets that listen on a port, from the text of /proc/net/tcp or tcp6. */
export function listeningInodes(table: string, port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, '0')
  return table
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter(([, local = '', , state]) => state === LISTENING && local.endsWith(`:${hex}`))
    .map((fields) => fields[9] ?? '')
}

/** Describes the process that listens on a port, as far as this user may see it. */
export function holderOf(port: number): string {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) =>
    listeningInodes(textOf(path), port),
  )
  const links = new Set(inodes.map((inode) => `socket:[${inode}]`))
  const pid = processes().find((candidate) => holds(candidate, links))
  if (pid === undefined) return 'a process that this user may not see'
  const command = textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim().slice(0, 100)
  return `pid ${pid} (${command}, in ${or('?', () => readlinkSync(`/proc/${pid}/cwd`))})`
}

/** The ids of all processes. */
function processes(): number[] {
  return or([], () => readdirSync('/proc').filter((name) => /^\d+$/.test(name))).map(Number)
}

/** State, process group and start time of a process; undefined when there is no such process. */
export function statOf(pid: number): Stat | undefined {
  const stat = textOf(`/proc/${pid}/stat`)
  if (stat === '') return undefined
  // The name before it, in parentheses, may contain anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0] ?? '', group: Number(fields[2]), born: fields[19] ?? '' }
}

/** The living members of a process group. */
export function membersOf(group: number): number[] {
  return processes().filter((pid) => {
    const stat = statOf(pid)
    return stat?.group === group && stat.state !== ZOMBIE
  })
}

/** The resident memory of a process in MB. */
export function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`))?.[1] ?? 0) / 1024
}

function holds(pid: number, links: Set<string>): boolean {
  const folder = `/proc/${pid}/fd`
  const open = or([], () => readdirSync(folder))
  return open.some((fd) => links.has(or('', () => readlinkSync(`${folder}/${fd}`))))
}

const textOf = (path: string) => or('', () => readFileSync(path, 'utf8'))

// A process may exit at any moment, and some may not be inspected.
function or<T>(fallback: T, read: () => T): T {
  try {
    return read()
  } catch {
    return fallback
  }
}
