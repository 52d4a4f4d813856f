import { digitsOf } from './number.ts'

/** The caret after formatting: behind as many digits as before. */
export function caretAfter(before: string, caret: number, formatted: string): number {
  if (caret >= before.length) return formatted.length
  let missing = digitsOf(before.slice(0, caret)).length
  let place = 0
  while (missing > 0 && place < formatted.length) {
    if (/\d/.test(formatted.charAt(place))) missing--
    place++
  }
  return place
}
