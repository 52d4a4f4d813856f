import { ShopError, invalid } from '@shop/shared/contracts'
import { clientAddress, createHandlers, limitBody } from '@shop/shared/http'
import type { Deps } from '../deps.ts'

// Whoever knows the key gets the guest's session, so it must not be guessable.
const KEY = /^[\w-]{16,200}$/

/** `POST /api/users/guest`: an `Idempotency-Key` stands for the same guest for a minute. */
export function beginGuest({ sessions, guests, cookie, throttle }: Deps) {
  return createHandlers(limitBody(), async (c) => {
    const session = c.get('session')
    if (session?.role === 'guest') return c.json({ id: session.sub, role: 'guest' }, 201)
    if (session !== null) throw new ShopError('forbidden', 'You are already signed in')
    const key = c.req.header('idempotency-key')
    if (key !== undefined && !KEY.test(key))
      throw invalid('Idempotency-Key must be 16 to 200 characters: letters, digits, _ or -')
    const sub = await throttle.guest(clientAddress(c), () => guests.idFor(key))
    await cookie.start(c, { sub, sid: await sessions.insert(sub), role: 'guest' })
    return c.json({ id: sub, role: 'guest' }, 201)
  })
}
