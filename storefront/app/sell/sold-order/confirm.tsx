import type { RefundCheck, SoldOrderResponse } from '@shop/shared/contracts'
import type { FormFault } from '../../forms/parse-form.ts'
import { ConfirmRefund } from '../../ui/confirm-refund.tsx'
import { partsText } from '../../ui/parts-text.ts'
import { REFUND_REASONS } from './labels.ts'
import { linesIn } from './read-refund.ts'

interface ConfirmProps {
  order: SoldOrderResponse
  check: RefundCheck
  chosen: FormFault
}

/** What the refund that a seller has chosen does. */
export function Confirm({ order, check, chosen }: ConfirmProps) {
  const { values } = chosen
  const lines = linesIn(order, (name) => values[name] ?? '')
  const stock = values['restock'] === undefined ? 'not back in stock' : 'back in stock'
  const reason = Object.entries(REFUND_REASONS).find(([name]) => name === values['reason'])
  return (
    <ConfirmRefund
      check={check}
      chosen={chosen}
      rows={{
        For: lines.length > 0 ? `${partsText(order, lines)}, ${stock}` : 'No items, only an amount',
        Reason: reason?.[1] ?? '',
        'Note to the buyer': values['note'] ?? '',
      }}
      whose="your items"
    />
  )
}
