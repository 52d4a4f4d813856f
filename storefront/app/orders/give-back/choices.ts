import {
  RETURN_LIFE_MS,
  givenBack,
  type OrderResponse,
  type ReturnReason,
} from '@shop/shared/contracts'

type Item = OrderResponse['items'][number]
type Parcel = OrderResponse['parcels'][number]

/** One line that can go back, and how much of it. */
export interface Choice {
  item: Item
  left: number
}

/** What one seller's buyer can give back, and when the money comes. */
export interface Group {
  sellerId: string
  /** Whether it was not sent yet: then the refund comes at once. */
  isUnsent: boolean
  choices: Choice[]
  /** Why lines that are not offered cannot go back. */
  closed: { item: Item; why: string }[]
}

export const REASONS: Record<ReturnReason, string> = {
  withdrawal: 'I changed my mind',
  damaged: 'It arrived damaged',
  wrong: 'It’s not what I ordered',
  late: 'It’s too late',
  other: 'Something else',
}

/** What can be given back, what was not sent first. */
export function groupsOf(order: OrderResponse, now: number): Group[] {
  const { items, parcels, returns, refunds } = order
  const held = givenBack(
    returns,
    refunds.filter(({ returnId }) => returnId === undefined),
  )
  const groups = parcels.map((parcel): Group => {
    const own = items.filter(({ sellerId }) => sellerId === parcel.sellerId)
    const left = (item: Item) => item.quantity - (held.get(item.productId) ?? 0)
    const why = (item: Item) => refusal(parcel, left(item), now)
    return {
      sellerId: parcel.sellerId,
      isUnsent: parcel.status === 'ToSend',
      choices: own.filter((item) => why(item) === null).map((item) => ({ item, left: left(item) })),
      closed: own.flatMap((item) => {
        const reason = why(item)
        return reason === null ? [] : [{ item, why: reason }]
      }),
    }
  })
  return groups.toSorted((a, b) => Number(b.isUnsent) - Number(a.isUnsent))
}

function refusal({ status, deliveredAt }: Parcel, left: number, now: number): string | null {
  if (status === 'Cancelled' || left <= 0) return 'Already given back'
  const isOver = deliveredAt !== undefined && Date.parse(deliveredAt) + RETURN_LIFE_MS < now
  return status === 'Delivered' && isOver ? 'Delivered more than 30 days ago' : null
}

/** Whether something of the order can go back. */
export function canGiveBack(order: OrderResponse, now: number): boolean {
  return (
    order.status === 'Complete' && groupsOf(order, now).some(({ choices }) => choices.length > 0)
  )
}
