import type { SoldCounts } from './sold-schemas.ts'

export const counts: SoldCounts = {
  toSend: 1,
  sent: 2,
  delivered: 5,
  cancelled: 0,
  returns: 1,
  refunded: 1,
  failed: 0,
}
