import { orderNumber } from '@shop/shared/contracts'
import { button, heading, rows, text } from '../mail/content.ts'
import { bold, countedRows, type Template } from './template.ts'

/** To the seller, when the buyer gave everything back before it was sent. */
export const parcelCancelled: Template<'parcel-cancelled'> = ({ orderId, items }, { links }) => ({
  subject: `Don’t send order ${orderNumber(orderId)}`,
  preview: 'The buyer gave everything back.',
  title: 'Nothing to send',
  audience: 'seller',
  blocks: [
    text(
      'The buyer of order ',
      bold(orderId),
      ' gave everything back before you sent it. ',
      { strong: 'Don’t send this parcel.' },
      ' We refund the buyer and put the items back in stock.',
    ),
    button('Open the order', links.sold(orderId)),
    heading('What isn’t sent'),
    rows(countedRows(items)),
  ],
})
