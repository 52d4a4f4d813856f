import { SERVICES, type ServiceName } from '@shop/shared/contracts'
import type { StackFile } from '@shop/shared/testing'

export interface Service {
  url: string
  pid: number
}

/** A service of the running stack. */
export function serviceOf({ services }: StackFile, name: ServiceName): Service {
  const service = services[name]
  if (service === undefined) throw new Error(`${name} is not running`)
  return service
}

/** The process ids of the five services. */
export const pidsOf = (stack: StackFile): Record<string, number> =>
  Object.fromEntries(SERVICES.map((name) => [name, serviceOf(stack, name).pid]))
