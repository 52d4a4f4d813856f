import { ForgotPasswordBody } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody, validJson } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

/** `POST /api/users/password/forgot`: responds before it looks for the account, so that the time reveals nothing. */
export function forgotPassword({ users, links, throttle, log }: Deps) {
  async function send(email: string): Promise<void> {
    if ((await throttle.mail('reset', email)) !== null) return
    const user = await users.findByEmail(email)
    if (user !== null) await links.send('reset', user)
  }

  return createHandlers(limitBody(), validJson(ForgotPasswordBody), async (c) => {
    const { email } = c.req.valid('json')
    await throttle.forgotPassword(clientAddress(c))
    send(email).catch((error: unknown) => log.error({ error }, 'could not send a reset link'))
    return c.json({}, 202)
  })
}
