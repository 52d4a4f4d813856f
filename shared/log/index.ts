import { pino, type Logger } from 'pino'
import { inSpanBelow, traceIds } from '../tracing/span.ts'
import { currentContext } from './context.ts'
import { plainError } from './plain-error.ts'

export { currentCause, withContext } from './context.ts'

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
    mixin: () => ({ ...currentContext(), ...traceIds() }),
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

const SPANS = {
  publish: { kind: 'PRODUCER', operation: 'publish' },
  event: { kind: 'CONSUMER', operation: 'process' },
} as const

interface Call {
  kind: keyof typeof SPANS
  call: string
  /** Of the span that has caused it. */
  traceparent: string | undefined
  /** Of the span; the order that it is about. */
  orderId?: string | undefined
}

/** Runs a call to another system as a span, and logs its duration in milliseconds at level `trace`. */
export async function traced<T>(
  log: Log,
  { kind, call, traceparent, orderId }: Call,
  work: () => Promise<T>,
): Promise<T> {
  const start = performance.now()
  const { kind: spanKind, operation } = SPANS[kind]
  const attributes = {
    'messaging.destination.name': call,
    'messaging.operation.type': operation,
    ...(orderId !== undefined && { 'shop.order.id': orderId }),
  }
  try {
    const options = { kind: spanKind, attributes }
    return await inSpanBelow(traceparent, `${operation} ${call}`, options, work)
  } finally {
    log.trace({ kind, call, ms: Math.round((performance.now() - start) * 10) / 10 }, 'call')
  }
}
