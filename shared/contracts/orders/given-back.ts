import type { RefundStatus, ReturnStatus } from './after-sale.ts'

interface Lines {
  lines: { productId: string; quantity: number }[]
}

/** How much of each line is held by returns, or by refunds without a return: refused and failed ones hold nothing. */
export function givenBack(
  returns: (Lines & { status: ReturnStatus })[],
  refundsWithoutReturn: (Lines & { status: RefundStatus })[],
): Map<string, number> {
  const held = [
    ...returns.filter(({ status }) => status !== 'Refused'),
    ...refundsWithoutReturn.filter(({ status }) => status !== 'Failed'),
  ]
  const quantities = new Map<string, number>()
  for (const { productId, quantity } of held.flatMap(({ lines }) => lines))
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity)
  return quantities
}
