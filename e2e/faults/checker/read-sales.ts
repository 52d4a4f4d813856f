import { MAX_SALES_DAYS, SalesResponse } from '@shop/shared/contracts'
import { parse } from 'valibot'
import { Visitor } from '../../fixtures/visitor.ts'
import type { Databases } from './read-stored.ts'
import { rows } from './rows.ts'
import type { CompleteOrder, PaidRefund, SalesFacts } from './sales.ts'

const DAY_MS = 24 * 3600 * 1000

interface StoredPayment {
  orderId: string
  refunds: Omit<PaidRefund, 'orderId'>[]
}

/** Reads all complete orders and refunds, and asks the shop for the summary of each seller. */
export async function readSales({ orders, payments }: Databases): Promise<SalesFacts> {
  const fields = ['completedAt', 'items', 'refunds', 'status'] as const
  const found = await rows<CompleteOrder & { status: string }>(orders, 'orders', fields)
  const complete = found.filter(
    (order) => order.status === 'Complete' && order.completedAt !== undefined,
  )
  const paid = await rows<StoredPayment>(payments, 'payments', ['orderId', 'refunds'])
  const sellers = new Set(complete.flatMap(({ items }) => items.map(({ sellerId }) => sellerId)))
  const summaries = new Map<string, SalesResponse>()
  for (const sellerId of sellers) summaries.set(sellerId, await summaryOf(sellerId))
  return {
    orders: complete,
    refunds: paid.flatMap(({ orderId, refunds }) => refunds.map((each) => ({ ...each, orderId }))),
    summaries,
  }
}

async function summaryOf(sub: string): Promise<SalesResponse> {
  const day = (ago: number) => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10)
  const seller = await Visitor.of({ sub, sid: crypto.randomUUID(), role: 'user' })
  const query = `from=${day(MAX_SALES_DAYS - 1)}&to=${day(0)}`
  const { status, body } = await seller.get(`/api/orders/sold/summary?${query}`)
  if (status !== 200) throw new Error(`the summary of ${sub} returned ${status}`)
  return parse(SalesResponse, body)
}
