import { requireAdmin, sessionOf } from '@shop/shared/auth'
import { ReasonBody, notFound } from '@shop/shared/contracts'
import { createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import type { StaffAct } from '../domain/blocking.ts'
import { personResponse } from '../person-response.ts'
import { person } from './person.ts'

/** `POST /api/users/:userId/block` and `…/unblock` */
export function actOnPerson({ users, people, log }: Deps, act: StaffAct['act']) {
  const body = validJson(ReasonBody)
  return createHandlers(requireAdmin, limitBody(), person(users), body, async (c) => {
    const id = c.get('person')._id.toString()
    const by = sessionOf(c).sub
    const user = await people.act(id, { act, ...c.req.valid('json'), by, at: new Date() })
    if (user === null) throw notFound('Account')
    log.info({ act, userId: id, by }, 'account changed by staff')
    return c.json(personResponse(user))
  })
}
