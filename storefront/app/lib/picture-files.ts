import { MAX_PICTURES } from '@shop/shared/contracts'
import { count } from './words.ts'

/** What the service takes, as file inputs are told. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp']

const MEGABYTE = 1024 * 1024
const MAX_MEGABYTES = 5
const megabytes = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 })

/** Why a file cannot be a picture of a product that has room for so many more; null when it can. */
export function reasonAgainst({ type, size }: File, room: number): string | null {
  if (!PICTURE_TYPES.includes(type)) return 'This is no JPEG, PNG or WebP picture.'
  if (size > MAX_MEGABYTES * MEGABYTE)
    return `${megabytes.format(size / MEGABYTE)} MB is too large. The limit is ${MAX_MEGABYTES} MB.`
  return room > 0 ? null : `A product has at most ${count(MAX_PICTURES, 'picture')}.`
}
