import { paint } from '../system/terminal.ts'

const LEVEL_COLOURS: Record<string, number> = { warn: 33, error: 31, fatal: 31 }
const KNOWN = new Set(['level', 'time', 'service', 'msg'])

/** Formats a service's JSON log line for people; returns any other line as it is. */
export function formatLogLine(line: string): string {
  const entry = parsed(line)
  if (entry === undefined) return line
  const details = Object.entries(entry)
    .filter(([name]) => !KNOWN.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const level = String(entry.level)
  const text = `${level.padEnd(6)}${String(entry.msg)} ${paint(details.join(' '), 90)}`.trimEnd()
  const colour = LEVEL_COLOURS[level]
  return colour === undefined ? text : paint(text, colour)
}

function parsed(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    const entry: unknown = JSON.parse(line)
    return typeof entry === 'object' && entry !== null && 'msg' in entry && 'level' in entry
      ? { ...entry }
      : undefined
  } catch {
    return undefined
  }
}
