/** Ids in the examples of the route table. A client replaces them by ids that exist. */
export const EXAMPLE_IDS = {
  user: '64b7f0c2a1b2c3d4e5f60701',
  seller: '64b7f0c2a1b2c3d4e5f60702',
  product: '64b7f0c2a1b2c3d4e5f60703',
  cart: '64b7f0c2a1b2c3d4e5f60704',
  order: '64b7f0c2a1b2c3d4e5f60705',
  payment: '64b7f0c2a1b2c3d4e5f60706',
  letter: '64b7f0c2a1b2c3d4e5f60708',
  token: '64b7f0c2a1b2c3d4e5f60707.Zm9yIGV4YW1wbGUgb25seQ',
  picture: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
} as const

export const EXAMPLE_RETURN = `${EXAMPLE_IDS.order}-r1`
/** Stands for the secret of the link to the order. */
export const EXAMPLE_KEY = 'the-key-of-the-link'
export const EXAMPLE_REFUND = `${EXAMPLE_IDS.order}-1`
