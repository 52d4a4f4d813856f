import { MAX_PICTURES } from '@shop/shared/contracts'
import { count } from '../../lib/words.ts'

/** What the service takes, as file inputs are told. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp']

/** Why a file cannot be a picture of a product that has room for so many more; null when it can. */
export function reasonAgainst({ type }: File, room: number): string | null {
  if (!PICTURE_TYPES.includes(type)) return 'This is no JPEG, PNG or WebP picture.'
  return room > 0 ? null : `A product has at most ${count(MAX_PICTURES, 'picture')}.`
}
