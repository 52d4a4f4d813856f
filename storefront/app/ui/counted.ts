import { MAX_COUNTED } from '@shop/shared/contracts'

/** 9,999, 10,000+: how many there are under a status, as far as they are counted. */
export function counted(number: number): string {
  return `${number.toLocaleString('en-US')}${number === MAX_COUNTED ? '+' : ''}`
}
