import { MAX_PICTURES } from '@shop/shared/contracts'
import { count } from '../../lib/words.ts'

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp']

/** Why a file is refused when there is room for this many more; null if it isn't. */
export function reasonAgainst({ type }: File, room: number): string | null {
  if (!PICTURE_TYPES.includes(type)) return 'This isn’t a JPEG, PNG, or WebP picture.'
  return room > 0 ? null : `A product can have at most ${count(MAX_PICTURES, 'picture')}.`
}
