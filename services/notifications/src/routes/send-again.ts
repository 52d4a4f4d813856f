import { requireAdmin, sessionOf } from '@shop/shared/auth'
import { ShopError, notFound } from '@shop/shared/contracts'
import { createHandlers } from '@shop/shared/http'
import type { Deps } from '../deps.ts'
import { isRepeatable } from '../domain/copy.ts'
import { messageResponse } from '../message-response.ts'

/** `POST /api/notifications/messages/:key/send-again` */
export function sendAgain({ messages, sender, log }: Pick<Deps, 'messages' | 'sender' | 'log'>) {
  return createHandlers(requireAdmin, async (c) => {
    const message = await messages.find(c.req.param('key') ?? '')
    if (message === null) throw notFound('Message')
    if (!isRepeatable(message))
      throw new ShopError('not-repeatable', 'This message cannot be sent again')
    const copy = await messages.copy(message)
    sender.wake()
    log.info({ key: copy._id, by: sessionOf(c).sub }, 'message sent again')
    return c.json(messageResponse(copy), 201)
  })
}
