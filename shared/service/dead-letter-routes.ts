import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { safeParse } from 'valibot'
import { requireAdmin, sessionOf } from '../auth/index.ts'
import { DeadLettersQuery, Id, notFound, type DeadLetterResponse } from '../contracts/index.ts'
import {
  createHandlers,
  decodeCursor,
  pageResponse,
  pageSize,
  validQuery,
  type AppEnv,
} from '../http/index.ts'
import type { Log } from '../log/index.ts'
import type { DeadLetters } from './dead-letters.ts'

interface Deps {
  letters: DeadLetters
  isOutage: (error: unknown) => boolean
  log: Log
}

/** What staff do with the dead letters of a service, below the path of its API. */
export function deadLetterRoutes(path: string, deps: Deps) {
  return new Hono<AppEnv>()
    .basePath(`${path}/dead-letters`)
    .get('/', ...list(deps))
    .post('/:letterId/replay', ...replay(deps))
    .delete('/:letterId', ...remove(deps))
}

type LetterEnv = AppEnv & { Variables: { letterId: string } }

const knownId = createMiddleware<LetterEnv>(async (c, next) => {
  const id = safeParse(Id, c.req.param('letterId'))
  if (!id.success) throw notFound('Dead letter')
  c.set('letterId', id.output)
  await next()
})

function list({ letters }: Deps) {
  return createHandlers(requireAdmin, validQuery(DeadLettersQuery), async (c) => {
    const { limit, cursor } = c.req.valid('query')
    const size = pageSize(false, limit)
    const after = cursor === undefined ? null : decodeCursor(cursor)[1]
    const found = await letters.newest(size + 1, after)
    const items: DeadLetterResponse[] = found
      .slice(0, size)
      .map(({ _id, subject, data, error, at }) => {
        return { id: _id.toString(), subject, data, error, at: at.toISOString() }
      })
    const last = found.length > size ? items.at(-1) : undefined
    return pageResponse(c, false, { items, next: last === undefined ? null : [0, last.id] })
  })
}

function replay({ letters, isOutage, log }: Deps) {
  return createHandlers(requireAdmin, knownId, async (c) => {
    const id = c.get('letterId')
    const result = await letters.replay(id, isOutage)
    if (result === null) throw notFound('Dead letter')
    log.info({ id, by: sessionOf(c).sub, ...result }, 'dead letter replayed')
    return c.json(result)
  })
}

function remove({ letters, log }: Deps) {
  return createHandlers(requireAdmin, knownId, async (c) => {
    const id = c.get('letterId')
    if (!(await letters.delete(id))) throw notFound('Dead letter')
    log.info({ id, by: sessionOf(c).sub }, 'dead letter deleted')
    return c.body(null, 204)
  })
}
