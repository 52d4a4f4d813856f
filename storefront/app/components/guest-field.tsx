import { useGuestKey } from '../lib/use-guest-key.ts'

/** Sends with a form that adds to the cart which new visitor adds. */
export function GuestField() {
  return <input type="hidden" name="guest" value={useGuestKey()} />
}
