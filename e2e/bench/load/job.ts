/** A request to repeat. */
export interface RequestsJob {
  kind: 'requests'
  url: string
  method: 'GET' | 'POST'
  cookie: string
  json?: object
  expected: number
  count: number
  atOnce: number
}

/** Addresses of the services that sell. */
export interface Sellers {
  cart: string
  orders: string
  payments: string
}

/** Shoppers who each add a product to the cart, order it and pay. */
export interface CheckoutsJob {
  kind: 'checkouts'
  services: Sellers
  /** The shoppers' cookies, one checkout each. */
  cookies: readonly string[]
  productIds: readonly string[]
  atOnce: number
}

/** Shoppers who each place an order and do not pay yet. */
export interface OrdersJob extends Omit<CheckoutsJob, 'kind'> {
  kind: 'orders'
}

/** Shoppers who each pay the order that they placed. */
export interface PaymentsJob {
  kind: 'payments'
  services: Sellers
  cookies: readonly string[]
  /** One order of each shopper. */
  orderIds: readonly string[]
  atOnce: number
}

export type Job = RequestsJob | CheckoutsJob | OrdersJob | PaymentsJob

/** The response to a payment, and how long it took. */
export interface Answer {
  status: number
  /** The type of a problem document. */
  problem: string | null
  ms: number
}

/** The result of the load process. */
export interface Outcome {
  /** Id of the order of each shopper. */
  orderIds: readonly string[]
  /** Response to the payment of each shopper. */
  answers: Answer[]
  failure?: string
}
