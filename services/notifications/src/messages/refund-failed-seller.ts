import { orderNumber } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { money } from '../mail/wording.ts'
import { bold, type Template } from './template.ts'

export const refundFailedSeller: Template<'refund-failed-seller'> = (
  { orderId, amount },
  { links },
) => ({
  subject: `A refund for order ${orderNumber(orderId)} failed`,
  preview: 'The money is still with you. Try again.',
  title: 'A refund failed',
  audience: 'seller',
  blocks: [
    text(
      `${money(amount)} for order `,
      bold(orderId),
      ' could not be refunded. ',
      { strong: 'The money is still with you.' },
      ' Open the order and try again.',
    ),
    button('Open the order', links.sold(orderId)),
  ],
})
