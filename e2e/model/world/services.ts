export type Service = 'payments' | 'products' | 'orders' | 'cart'

export const REPLICAS: Record<Service, number> = { payments: 2, products: 2, orders: 1, cart: 1 }

export const SERVICES = Object.keys(REPLICAS) as Service[]

/** The services that publish events. */
export const PUBLISHING: readonly Service[] = ['payments', 'products', 'orders']

/** The processes of a service. */
export function processesOf(service: Service): string[] {
  return Array.from({ length: REPLICAS[service] }, (_, n) => `${service}-${n}`)
}

/** The service of a process. */
export function serviceOf(process: string): Service {
  return process.replace(/-\d+$/, '') as Service
}
