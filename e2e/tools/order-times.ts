import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { EVENTS, type Subject } from '@shop/shared/contracts'
import { stackPath } from '@shop/shared/testing'
import { withBus } from './stack-bus.ts'

/** A call that a program made or answered, from its log. */
export interface TracedCall {
  service: string
  kind: string
  call: string
  /** When it ended, in milliseconds since the epoch. */
  endedAt: number
  ms: number
}

interface LogLine {
  time: string
  service: string
  msg: string
  kind?: string
  call?: string
  ms?: number
  method?: string
  path?: string
  correlationId?: string
}

/** All traced calls of an order's requests and events, in the order in which they started; empty unless the shop runs with `LOG_LEVEL=trace`. */
export async function callsOf(orderId: string): Promise<TracedCall[]> {
  const causes = await causesOf(orderId)
  const folder = join(dirname(stackPath()), 'logs')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.log'))
  const texts = await Promise.all(files.map((name) => Bun.file(join(folder, name)).text()))
  return texts
    .flatMap((text) => text.split('\n').flatMap((line) => parseCall(line, causes)))
    .toSorted((one, other) => startOf(one) - startOf(other))
}

/** When a call started, in milliseconds since the epoch. */
export const startOf = ({ endedAt, ms }: TracedCall): number => endedAt - ms

/** The call in a log line, if one of these correlation ids caused it. */
export function parseCall(text: string, causes: ReadonlySet<string>): TracedCall[] {
  if (!text.startsWith('{')) return []
  const line = JSON.parse(text) as LogLine
  const { time, service, msg, kind, call, ms = 0, method, path, correlationId = '' } = line
  if (!causes.has(correlationId)) return []
  const endedAt = Date.parse(time)
  if (msg === 'call') return [{ service, kind: kind ?? '', call: call ?? '', endedAt, ms }]
  if (msg !== 'request') return []
  return [{ service, kind: 'request', call: `${method} ${path}`, endedAt, ms }]
}

/** The correlation ids of the events that name the order. */
async function causesOf(orderId: string): Promise<Set<string>> {
  const causes = new Set<string>()
  const subjects = (Object.keys(EVENTS) as Subject[]).filter((name) => name !== 'session:revoked')
  await withBus((bus) =>
    Promise.all(
      subjects.map((subject) =>
        bus.tail(subject, Date.now(), (text) => {
          if (text.includes(orderId)) causes.add(JSON.parse(text).meta.correlationId)
        }),
      ),
    ),
  )
  return causes
}
