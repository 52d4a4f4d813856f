import { orderNumber } from '@shop/shared/contracts'
import { button, heading, quote, rows, text, type Block } from '../mail/content.ts'
import { bold, countedRows, type Template } from './template.ts'

export const returnAccepted: Template<'return-accepted'> = (data, { links, nameOf }) => {
  const { orderId, sellerId, items, answer, reason } = data
  const name = nameOf(sellerId)
  const where: Block[] =
    answer === undefined
      ? [text({ link: 'Contact us', href: links.page('contact') }, ' to learn where to send it.')]
      : [heading(`What ${name} says`), quote(answer)]
  const isOurFault = reason === 'damaged' || reason === 'wrong'
  return {
    subject: `Your return of order ${orderNumber(orderId)} is accepted`,
    preview: 'Send the items back to get your refund.',
    title: 'Your return is accepted',
    audience: 'buyer',
    blocks: [
      text(
        { strong: 'Send the items back' },
        ' within 30 days. We refund you when they have arrived. They are part of order ',
        bold(orderId),
        '.',
      ),
      text(isOurFault ? 'The seller pays for sending them.' : 'You pay for sending them.'),
      button('See your order', links.order(orderId)),
      ...where,
      heading('What to send back'),
      rows(countedRows(items)),
    ],
  }
}
