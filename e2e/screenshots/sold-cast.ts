import { eventually, newId, readStack } from '@shop/shared/testing'
import { Types } from 'mongoose'
import type { Visitor } from '../fixtures/visitor.ts'
import { withDatabases } from '../tools/stack-databases.ts'
import { buy, idOf, must } from './shoppers.ts'

const DAY_MS = 24 * 3600 * 1000
/** How many days ago orders were paid, besides those of today. */
const EARLIER = [1, 2, 2, 5, 8, 9, 12, 15, 21, 26, 40, 66, 95, 130, 180, 220, 260, 310, 350]
const LATE_DAYS = 6
const SOLD = '/api/orders/sold'

/** Orders of the seller's products in every state, and those of a year; returns where their pages are. */
export async function sellMore(seller: Visitor, buyer: Visitor, products: [string, string]) {
  const [bouquet] = products
  const desk = new Desk(seller, buyer)
  const order = () => buy(buyer, products, 'tok_visa')
  const late = await order()
  await paidBefore(late, LATE_DAYS)
  const sent = await order()
  await desk.send(sent)

  const lines = [{ productId: bouquet, quantity: 1 }]
  const asked = await order()
  await desk.send(asked)
  const note = 'Two of the stems were broken when it arrived.'
  await desk.giveBack(asked, { lines, reason: 'damaged', note })
  const refunded = await order()
  const refund = { lines, reason: 'cannot-send', restock: true, note: 'Out of season.' }
  await desk.refund(refunded, refund)
  await desk.refundEnds(refunded, 'Done')
  const failed = await order()
  await failNextRefund(failed)
  await desk.refund(failed, { amount: 12.5, reason: 'goodwill' })
  await desk.refundEnds(failed, 'Failed')

  for (const [n, days] of EARLIER.entries()) {
    const id = await buy(buyer, n % 3 === 0 ? products : [bouquet], 'tok_visa')
    await desk.send(id)
    await desk.receive(id)
    await paidBefore(id, days)
  }
  const pathOf = (id: string) => `/orders/${id}`
  return {
    late: pathOf(late),
    sent: pathOf(sent),
    asked: pathOf(asked),
    refunded: pathOf(refunded),
    failed: pathOf(failed),
  }
}

/** What becomes of a paid order. */
class Desk {
  readonly #seller: Visitor
  readonly #buyer: Visitor

  constructor(seller: Visitor, buyer: Visitor) {
    this.#seller = seller
    this.#buyer = buyer
  }

  send = (id: string) =>
    must(
      this.#seller.put(`${SOLD}/${id}/parcel`, { carrier: 'ups', tracking: '1Z999AA10123456784' }),
    )

  refund = (id: string, body: object) =>
    must(this.#seller.post(`${SOLD}/${id}/refunds`, body, key()))

  giveBack = (id: string, body: object) =>
    must(this.#buyer.post(`/api/orders/${id}/returns`, body, key()))

  async receive(id: string) {
    const sellerId = await idOf(this.#seller)
    await must(this.#buyer.post(`/api/orders/${id}/parcels/${sellerId}/received`, {}))
  }

  async refundEnds(id: string, status: string) {
    await eventually(async () => {
      const [refund] = (await must(this.#seller.get(`${SOLD}/${id}`))).body.refunds
      if (refund?.status !== status) throw new Error(`the refund is not ${status} yet`)
    })
  }
}

const key = () => ({ 'idempotency-key': newId() })

/** No card fails the refund itself: the sandbox is told to. */
async function failNextRefund(orderId: string): Promise<void> {
  const { sandbox } = await readStack()
  const fault = { call: 'refund', kind: 'failed', times: 1, ms: 0, match: { orderId } }
  await fetch(new URL('/sandbox/faults', sandbox.url), {
    method: 'POST',
    body: JSON.stringify(fault),
  })
}

/** Waiting a year for a picture is too long. */
async function paidBefore(orderId: string, days: number): Promise<void> {
  await withDatabases(['orders'], async ({ orders }) => {
    const collection = orders.collection('orders')
    const _id = new Types.ObjectId(orderId)
    const earlier = (field: string) => ({ $subtract: [field, days * DAY_MS] })
    await collection.updateOne({ _id }, [
      {
        $set: {
          createdAt: earlier('$createdAt'),
          completedAt: earlier('$completedAt'),
          timeline: {
            $map: {
              input: '$timeline',
              in: { $mergeObjects: ['$$this', { at: earlier('$$this.at') }] },
            },
          },
        },
      },
    ])
  })
}
