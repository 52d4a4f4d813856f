import { EVENTS, type Subject } from '@shop/shared/contracts'
import { withBus } from '../../tools/stack-bus.ts'
import { addEvent, emptyLog, type Log } from './log.ts'

/** Runs work with a log of all channels that is kept up to date. */
export function withLog<T>(work: (log: Log) => Promise<T>): Promise<T> {
  return withBus(async (bus) => {
    const log = emptyLog()
    const subjects = Object.keys(EVENTS) as Subject[]
    const subscriptions = subjects.map((subject) =>
      bus.tail(subject, Date.now(), (text) => addEvent(log, subject, text)),
    )
    await Promise.all(subscriptions)
    return work(log)
  })
}
