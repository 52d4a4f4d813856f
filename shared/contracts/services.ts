/** The services in the order of their start; each has its own database and broker user. */
export const SERVICES = ['auth', 'products', 'cart', 'orders', 'payments', 'notifications'] as const

export type ServiceName = (typeof SERVICES)[number]
