import { pino, type Logger } from 'pino'
import { currentContext } from './context.ts'

export { correlationId, withContext } from './context.ts'

export type Log = Logger

const SECRETS = [
  'password',
  'token',
  'clientSecret',
  'client_secret',
  'cookie',
  'authorization',
  'number',
]

/** A logger of JSON lines on standard output; fields that may hold secrets are removed. */
export function createLog(service: string, level = 'info'): Log {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ ...currentContext() }),
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`]), remove: true },
    serializers: { error: pino.stdSerializers.err },
  }
  // Written beside the requests; what is left is written at the exit.
  return pino(options, pino.destination({ sync: false }))
}
