import { count } from '../lib/words.ts'

const MINUTE_S = 60

/** What somebody reads who tried too often. */
export function waitText(seconds: number): string {
  const wait =
    seconds < MINUTE_S ? count(seconds, 'second') : count(Math.ceil(seconds / MINUTE_S), 'minute')
  return `Too many tries. Try again in ${wait}.`
}
