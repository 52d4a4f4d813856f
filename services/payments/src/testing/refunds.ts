import { expect } from 'bun:test'
import type { EventItem, PayloadOf } from '@shop/shared/contracts'
import { eventually, type startTestService } from '@shop/shared/testing'

type Service = Awaited<ReturnType<typeof startTestService>>
type Ended = PayloadOf<'refund:ended'>

interface Asked {
  id: string
  orderId: string
  items: EventItem[]
}

/** Tests play the part of orders: they ask for refunds and read how they ended. */
export function refundHelpers(service: Pick<Service, 'publish' | 'published'>) {
  const ended = service.published('refund:ended')
  return {
    ended,

    ask: ({ id: orderId, items }: Pick<Asked, 'id' | 'items'>, n: number, amount: number) =>
      service.publish('refund:asked', {
        id: `${orderId}-${n}`,
        orderId,
        amount,
        items,
        restock: true,
      }),

    /** The first report of how a refund ended, in this way if one is given. */
    async end(orderId: string, n: number, status?: Ended['status']): Promise<Ended> {
      const id = `${orderId}-${n}`
      return eventually(() => {
        const found = ended.find((event) => event.id === id && (!status || event.status === status))
        expect(found).toBeDefined()
        return found as Ended
      })
    },
  }
}
