import type { OrderResponse } from './schemas.ts'

type AfterSale = Pick<OrderResponse, 'status'> & {
  parcels: Pick<OrderResponse['parcels'][number], 'status'>[]
  returns: Pick<OrderResponse['returns'][number], 'status'>[]
  refunds: Pick<OrderResponse['refunds'][number], 'status' | 'reversed'>[]
}

/** Whether nothing about an order is expected to change: streams and pages that follow it end. */
export function isSettled({ status, parcels, returns, refunds }: AfterSale): boolean {
  if (status !== 'Complete') return status === 'Cancelled'
  return (
    parcels.every((parcel) => ['Delivered', 'Cancelled'].includes(parcel.status)) &&
    returns.every((each) => ['Refused', 'Refunded'].includes(each.status)) &&
    refunds.every((refund) => refund.status !== 'Asked')
  )
}

/** The refunds that reached the buyer: only they count in sums. */
export function doneRefunds<T extends AfterSale['refunds'][number]>(refunds: T[]): T[] {
  return refunds.filter((refund) => refund.status === 'Done' && refund.reversed !== true)
}
