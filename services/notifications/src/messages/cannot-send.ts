import { orderNumber } from '@shop/shared/contracts'
import { button, heading, rows, text } from '../mail/content.ts'
import { bold, countedRows, type Template } from './template.ts'

export const cannotSend: Template<'cannot-send'> = (
  { orderId, sellerId, items },
  { links, nameOf },
) => ({
  subject: `Part of order ${orderNumber(orderId)} can’t be sent`,
  preview: 'You get your money back for it.',
  title: 'We’re sorry, this can’t be sent',
  audience: 'buyer',
  blocks: [
    text({ strong: nameOf(sellerId) }, ' can’t send these items of order ', bold(orderId), '.'),
    text({ strong: 'You get your money back for them.' }, ' We email you when it’s on its way.'),
    button('See your order', links.order(orderId)),
    heading('What won’t come'),
    rows(countedRows(items)),
  ],
})
