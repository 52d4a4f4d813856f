import { BUSES, type BusName } from '@shop/shared/events'
import { StackFailure } from '../stack/system/failure.ts'

/** Reads the value of `--bus`; throws a StackFailure for an unknown one. */
export function readBus(value: string): BusName {
  const bus = BUSES.find((name) => name === value)
  if (bus === undefined)
    throw new StackFailure(`--bus ${value}: unknown; there are ${BUSES.join(', ')}`)
  return bus
}
