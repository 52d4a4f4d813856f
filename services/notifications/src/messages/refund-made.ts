import { orderNumber } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { money } from '../mail/wording.ts'
import { bold, type Template } from './template.ts'

export const refundMade: Template<'refund-made'> = ({ orderId, amount }, { links }) => ({
  subject: `You got ${money(amount)} back for order ${orderNumber(orderId)}`,
  preview: 'Your bank may take a few days to show it.',
  title: 'Your refund is made',
  audience: 'buyer',
  blocks: [
    text({ strong: `${money(amount)} is back on your card` }, ' for order ', bold(orderId), '.'),
    text('Your bank may take 5 to 10 days to show it.'),
    button('See your order', links.order(orderId)),
  ],
})
