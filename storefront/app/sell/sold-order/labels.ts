import type { RefundReason, SoldOrderResponse } from '@shop/shared/contracts'

type Return = SoldOrderResponse['returns'][number]

export const RETURN_TITLES: Record<Return['status'], string> = {
  Asked: 'Return requested',
  Accepted: 'Return accepted',
  Refused: 'Return refused',
  Refunding: 'Return, refund on its way',
  Refunded: 'Return refunded',
}

export const REASON_TEXTS: Record<Return['reason'], string> = {
  withdrawal: 'They changed their mind',
  damaged: 'It arrived damaged',
  wrong: 'It’s not what they ordered',
  late: 'It came too late',
  other: 'Another reason',
}

export const REFUND_REASONS: Record<RefundReason, string> = {
  'cannot-send': 'I can’t send it',
  damaged: 'It’s damaged',
  late: 'It’s late',
  goodwill: 'As a courtesy',
  other: 'Another reason',
}
