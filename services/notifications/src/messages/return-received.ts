import { ANSWER_MS, orderNumber } from '@shop/shared/contracts'
import { button, heading, rows, text } from '../mail/content.ts'
import { days } from '../mail/wording.ts'
import { bold, countedRows, type Template } from './template.ts'

export const returnReceived: Template<'return-received'> = (
  { orderId, sellerId, items },
  { links, nameOf },
) => ({
  subject: `We have your return request for ${orderNumber(orderId)}`,
  preview: `The seller answers within ${days(ANSWER_MS)}.`,
  title: 'We have your request',
  audience: 'buyer',
  blocks: [
    text(
      'You want to give back part of order ',
      bold(orderId),
      '. ',
      { strong: nameOf(sellerId) },
      ` answers within ${days(ANSWER_MS)}; without an answer, your return is accepted.`,
    ),
    text({ strong: 'Don’t send anything back yet.' }, ' We email you where to send it.'),
    button('See your order', links.order(orderId)),
    heading('What you’re giving back'),
    rows(countedRows(items)),
  ],
})
