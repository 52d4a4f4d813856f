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

/** Shoppers who each add a product to the cart, order it and pay. */
export interface CheckoutsJob {
  kind: 'checkouts'
  services: { cart: string; orders: string; payments: string }
  /** The shoppers' cookies, one checkout each. */
  cookies: string[]
  productIds: string[]
  atOnce: number
}

export type Job = RequestsJob | CheckoutsJob

/** The result of the load process. */
export interface Outcome {
  seconds: number
  /** Id of the order of each shopper. */
  orderIds: string[]
  failure?: string
}
