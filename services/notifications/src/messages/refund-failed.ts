import { orderNumber } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { money } from '../mail/wording.ts'
import { bold, type Template } from './template.ts'

export const refundFailed: Template<'refund-failed'> = ({ orderId, amount }, { links }) => ({
  subject: `Your refund for order ${orderNumber(orderId)} is delayed`,
  preview: 'We’re on it; you don’t have to do anything.',
  title: 'Your refund is delayed',
  audience: 'buyer',
  blocks: [
    text(`${money(amount)} for order `, bold(orderId), ' could not be refunded yet. ', {
      strong: 'We’re on it; you don’t have to do anything.',
    }),
    button('See your order', links.order(orderId)),
  ],
})
