import { ShopError } from '@shop/shared/contracts'
import { createHandlers, limitBody } from '@shop/shared/http'
import { clientIp } from '../client-ip.ts'
import type { Deps } from '../deps.ts'

/** `POST /api/users/guest`: who is a guest already stays the one they are. */
export function beginGuest({ sessions, cookie, throttle }: Deps) {
  return createHandlers(limitBody(), async (c) => {
    const session = c.get('session')
    if (session?.role === 'guest') return c.json({ id: session.sub, role: 'guest' }, 201)
    if (session !== null) throw new ShopError('forbidden', 'You are signed in')
    const guest = await throttle.guest(clientIp(c), () => sessions.insertGuest())
    await cookie.start(c, { ...guest, role: 'guest' })
    return c.json({ id: guest.sub, role: 'guest' }, 201)
  })
}
