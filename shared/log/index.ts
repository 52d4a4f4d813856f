import { pino, type Logger } from 'pino'
import { currentContext } from './context.ts'
import { plainError } from './plain-error.ts'

export { correlationId, withContext } from './context.ts'

export type Log = Logger

const SECRETS = [
  'password',
  'current',
  'next',
  'token',
  'jwt',
  'secret',
  'clientSecret',
  'client_secret',
  'cookie',
  '["set-cookie"]',
  'authorization',
  'number',
  'cvc',
]

const DEPTH = 4

/** A logger that writes JSON lines to standard output and removes fields that can hold secrets, down to the fourth level. */
export function createLog(service: string, level = 'info'): Log {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ ...currentContext() }),
    redact: { paths: SECRETS.flatMap(atEachLevel), remove: true },
    serializers: { error: plainError },
  }
  // Written asynchronously, and flushed at exit.
  return pino(options, pino.destination({ sync: false }))
}

function atEachLevel(name: string): string[] {
  const dot = name.startsWith('[') ? '' : '.'
  return Array.from({ length: DEPTH }, (_, level) =>
    level === 0 ? name : `${Array(level).fill('*').join('.')}${dot}${name}`,
  )
}

/** Runs a call to another system and logs its duration in milliseconds at level `trace`. */
export async function traced<T>(
  log: Log,
  { kind, call }: { kind: 'publish' | 'event'; call: string },
  work: () => Promise<T>,
): Promise<T> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    log.trace({ kind, call, ms: Math.round((performance.now() - start) * 10) / 10 }, 'call')
  }
}
