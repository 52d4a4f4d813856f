import type { mongo } from 'mongoose'
import { currentContext, withContext, type Context } from '../log/context.ts'
import type { Log } from '../log/index.ts'

type Ended = mongo.CommandSucceededEvent | mongo.CommandFailedEvent

/** Logs every Mongo command at level `trace`, with its duration and the ids of what caused it. */
export function traceCommands(client: mongo.MongoClient, log: Log): void {
  const running = new Map<number, { context: Context | undefined; collection: string }>()
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const collection = String(command[commandName])
    running.set(requestId, { context: currentContext(), collection })
  })
  const end = ({ requestId, commandName, duration }: Ended) => {
    const { context, collection = '' } = running.get(requestId) ?? {}
    running.delete(requestId)
    if (context === undefined) return
    const call = `${commandName} ${collection}`
    withContext(context, () => log.trace({ kind: 'mongo', call, ms: duration }, 'call'))
  }
  client.on('commandSucceeded', end)
  client.on('commandFailed', end)
}
