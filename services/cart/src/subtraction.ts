import type { Bought } from './domain/cart.ts'

/** How many payments and guest carts a cart remembers, so that none counts twice. */
export const KEPT_APPLIED = 500

/** The update that subtracts what a payment bought, as `subtract` of the domain, from a cart in any version. */
export function subtraction(userId: string, paymentId: string, bought: Bought[]) {
  const amount = {
    $sum: {
      $map: {
        input: { $literal: bought.map(({ productId, quantity }) => ({ productId, quantity })) },
        as: 'one',
        in: { $cond: [{ $eq: ['$$one.productId', '$$line.productId'] }, '$$one.quantity', 0] },
      },
    },
  }
  const quantity = { $subtract: ['$$line.quantity', amount] }
  const reduced = {
    $map: { input: orNone('$items'), as: 'line', in: { $mergeObjects: ['$$line', { quantity }] } },
  }
  const applied = { $concatArrays: [orNone('$applied'), [{ $literal: paymentId }]] }
  const fields = {
    userId: { $literal: userId },
    items: { $filter: { input: reduced, as: 'line', cond: { $gt: ['$$line.quantity', 0] } } },
    applied: { $slice: [applied, -KEPT_APPLIED] },
    version: { $add: [{ $ifNull: ['$version', 0] }, 1] },
  }
  return [{ $set: fields }]
}

const orNone = (path: string) => ({ $ifNull: [path, []] })
