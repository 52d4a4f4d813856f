import type { Span } from '@opentelemetry/api'
import type { mongo } from 'mongoose'
import { currentContext, withContext, type Context } from '../log/context.ts'
import type { Log } from '../log/index.ts'
import { endWith, startSpan } from '../tracing/index.ts'

interface Running {
  context: Context | undefined
  collection: string
  span: Span | undefined
}

/** Logs every Mongo command at level `trace`, with its duration and the ids of what caused it, and makes it a span. */
export function traceCommands(client: mongo.MongoClient, log: Log): void {
  const running = new Map<number, Running>()
  client.on('commandStarted', ({ requestId, commandName, command }) => {
    const collection = String(command[commandName])
    const span = spanOf(commandName, collection)
    running.set(requestId, { context: currentContext(), collection, span })
  })
  const end = ({ requestId, commandName, duration }: Ended) => {
    const { context, collection = '' } = running.get(requestId) ?? {}
    running.delete(requestId)
    if (context === undefined) return
    const call = `${commandName} ${collection}`
    withContext(context, () => log.trace({ kind: 'mongo', call, ms: duration }, 'call'))
  }
  client.on('commandSucceeded', (event) => {
    running.get(event.requestId)?.span?.end()
    end(event)
  })
  client.on('commandFailed', (event) => {
    const span = running.get(event.requestId)?.span
    if (span !== undefined) endWith(span, event.failure)
    end(event)
  })
}

type Ended = mongo.CommandSucceededEvent | mongo.CommandFailedEvent

function spanOf(command: string, collection: string): Span | undefined {
  const attributes = {
    'db.system.name': 'mongodb',
    'db.operation.name': command,
    'db.collection.name': collection,
  }
  return startSpan(`${command} ${collection}`, { kind: 'CLIENT', attributes })
}
