import * as v from 'valibot'

const HEX_24 = /^[0-9a-f]{24}$/

/** Whether a string is an id: 24 lowercase hex digits. */
export function isId(text: string): boolean {
  return HEX_24.test(text)
}

/** An id as input, converted to lowercase: ids are compared as strings in events and copies. */
export const Id = v.pipe(
  v.string(),
  v.toLowerCase(),
  v.regex(HEX_24, 'Must be an id of 24 hex digits'),
)

/** An order number as it is stored, from how somebody typed it. */
export function toOrderNumber(text: string): string {
  return text.toUpperCase().replace(/^(.{4})-?/, '$1-')
}

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The short order number for people, from the last 30 bits of the id. */
export function orderNumber(id: string): string {
  const bits = Number.parseInt(id.slice(-8), 16) % 2 ** 30
  const letters = [25, 20, 15, 10, 5, 0].map((shift) => ALPHABET[(bits >> shift) & 31])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
