/** One request that is sent again and again. */
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

/** Shoppers who each put a product into the cart, order it and pay. */
export interface CheckoutsJob {
  kind: 'checkouts'
  services: { cart: string; orders: string; payments: string }
  /** The cookie of each shopper; there is one checkout for each. */
  cookies: string[]
  productIds: string[]
  atOnce: number
}

export type Job = RequestsJob | CheckoutsJob

/** What the load process answers. */
export interface Outcome {
  seconds: number
  /** Id of the order of each shopper. */
  orderIds: string[]
  failure?: string
}
