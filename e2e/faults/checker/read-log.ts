import { EVENTS, type Subject } from '@shop/shared/contracts'
import { withBus } from '../../tools/stack-bus.ts'
import { emptyLog, hear, type Log } from './log.ts'

/** Lends the log of all channels, read from their beginning and kept up to date during the work. */
export function withLog<T>(work: (log: Log) => Promise<T>): Promise<T> {
  return withBus(async (bus) => {
    const log = emptyLog()
    const subjects = Object.keys(EVENTS) as Subject[]
    const heard = subjects.map((subject) =>
      bus.tail(subject, Date.now(), (text) => hear(log, subject, text)),
    )
    await Promise.all(heard)
    return work(log)
  })
}
