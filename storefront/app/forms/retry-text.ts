import { count } from '../lib/words.ts'

const MINUTE_S = 60

export function retryText(seconds: number): string {
  const wait =
    seconds < MINUTE_S ? count(seconds, 'second') : count(Math.ceil(seconds / MINUTE_S), 'minute')
  return `Too many attempts. Try again in ${wait}.`
}
