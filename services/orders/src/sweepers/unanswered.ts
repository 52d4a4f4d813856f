import { ANSWER_MS } from '@shop/shared/contracts'
import type { Sweeper } from '@shop/shared/service'
import { acceptOverdue } from '../domain/return.ts'
import type { OrderRepository } from '../order-repository.ts'
import { changeEach } from './change-each.ts'

/** Returns that the seller did not answer for a week are accepted. */
export const sweepUnanswered = (orders: OrderRepository): Sweeper => ({
  name: 'unanswered',
  run: () => {
    const before = new Date(Date.now() - ANSWER_MS)
    const isOverdue = { status: 'Asked', askedAt: { $lte: before } }
    const filter = { 'returns.status': 'Asked', returns: { $elemMatch: isOverdue } }
    return changeEach(orders, filter, acceptOverdue)
  },
})
