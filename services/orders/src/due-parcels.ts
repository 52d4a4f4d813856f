import { dayAfter, dueFrom, shopDay, type DueCounts } from '@shop/shared/contracts'
import { BY_STATUS } from './order-document.ts'
import { paidFilter } from './order-lists.ts'
import type { OrderReads } from './order-reads.ts'

/** How many parcels a seller should have sent before today, and how many have to be sent today. */
export async function countDue(
  { model }: OrderReads,
  sellerId: string,
  now: Date,
): Promise<DueCounts> {
  const today = shopDay(now)
  const due = { completedAt: { $lt: dueFrom(dayAfter(today, 1)) } }
  const isLate = { $lt: ['$completedAt', dueFrom(today)] }
  // One command for both: it reads only what is due, and that from the index alone.
  const stages = [
    { $match: { ...paidFilter(sellerId, 'to-send'), ...due } },
    {
      $group: {
        _id: null,
        late: { $sum: { $cond: [isLate, 1, 0] } },
        today: { $sum: { $cond: [isLate, 0, 1] } },
      },
    },
    { $project: { _id: 0 } },
  ]
  const [counts] = await model.aggregate<DueCounts>(stages, { hint: BY_STATUS })
  return counts ?? { late: 0, today: 0 }
}
