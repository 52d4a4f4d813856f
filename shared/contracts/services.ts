/** The services, in the order in which they are started and listed; each has a database and a broker user of its own. */
export const SERVICES = ['auth', 'products', 'cart', 'orders', 'payments'] as const

export type ServiceName = (typeof SERVICES)[number]
