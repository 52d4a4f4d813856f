import * as v from 'valibot'

const HEX_24 = /^[0-9a-f]{24}$/i

/** Whether a text has the form of an id: 24 hex digits. */
export function isId(text: string): boolean {
  return HEX_24.test(text)
}

/** An id in a body; malformed ones are refused as bad input. */
export const Id = v.pipe(v.string(), v.regex(HEX_24, 'Must be an id of 24 hex digits'))

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** The short number of an order that people read and say, from the last 30 bits of its id. */
export function orderNumber(id: string): string {
  const bits = Number.parseInt(id.slice(-8), 16) % 2 ** 30
  const letters = [25, 20, 15, 10, 5, 0].map((shift) => ALPHABET[(bits >> shift) & 31])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
