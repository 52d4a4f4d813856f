import { doneRefunds, type OrderResponse } from '@shop/shared/contracts'

type AfterSale = Pick<OrderResponse, 'returns' | 'refunds'>
type Lines = { lines: { productId: string; quantity: number }[] }

/** What of a line was refunded or is going back: 1 refunded, 1 going back. Empty when it was left alone. */
export function backText({ returns, refunds }: AfterSale, productId: string): string {
  const goingBack = returns.filter(({ status }) => status === 'Asked' || status === 'Accepted')
  const beingRefunded = [
    ...returns.filter(({ status }) => status === 'Refunding'),
    ...refunds.filter(({ status, returnId }) => status === 'Asked' && returnId === undefined),
  ]
  const cameBack = refunds.filter(({ reversed }) => reversed === true)
  const counts = [
    [doneRefunds(refunds), 'refunded'],
    [beingRefunded, 'being refunded'],
    [goingBack, 'going back'],
    [cameBack, 'not refunded yet'],
  ] as const
  return counts
    .map(([entries, words]) => [quantityIn(entries, productId), words] as const)
    .filter(([quantity]) => quantity > 0)
    .map(([quantity, words]) => `${quantity} ${words}`)
    .join(', ')
}

/** Whether a return was of items that had not been sent: only then the buyer asks for its refund. */
export function isBeforeSending(
  { id }: AfterSale['returns'][number],
  refunds: AfterSale['refunds'],
): boolean {
  return refunds.some(({ by, returnId }) => by === 'buyer' && returnId === id)
}

function quantityIn(entries: Lines[], productId: string): number {
  return entries
    .flatMap(({ lines }) => lines)
    .filter((line) => line.productId === productId)
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
