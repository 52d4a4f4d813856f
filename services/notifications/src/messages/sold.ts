import { arrivalRange, dayRangeText, dayText, orderNumber, sendByDay } from '@shop/shared/contracts'
import { aside, button, heading, lines, rows, sums, text } from '../mail/content.ts'
import { counted, money } from '../mail/wording.ts'
import { bold, pricedRows, type Template } from './template.ts'

/** Without the buyer's address, which is on the page of the order. */
export const sold: Template<'sold'> = ({ orderId, items, completedAt, country }, { links }) => {
  const paidAt = new Date(completedAt)
  const sendBy = dayText(sendByDay(paidAt))
  const arrival = country && `, so it arrives ${dayRangeText(arrivalRange(paidAt, country))}`
  const share = money(items.reduce((sum, { price, quantity }) => sum + price * quantity, 0))
  return {
    subject: `New order ${orderNumber(orderId)}: send by ${sendBy}`,
    preview: `${counted(items.length, 'product')}, ${share}. The address is at your desk.`,
    title: 'You have a new order',
    audience: 'seller',
    blocks: [
      text(
        'Order ',
        bold(orderId),
        ' is paid. Send it by ',
        { strong: sendBy },
        `${arrival ?? ''}.`,
      ),
      button('Open the order', links.sold(orderId)),
      heading('What to send'),
      rows(pricedRows(items, ({ quantity, price }) => `${quantity} × ${money(price)}`)),
      sums({ label: 'Your share', value: share }),
      heading('What to do'),
      lines([
        '1. Open the order: the address and a packing slip are there.',
        '2. Pack and hand over the parcel.',
        '3. Enter the carrier and tracking number. We’ll tell the buyer.',
      ]),
      aside('Can’t send something? Refund it on the order page, and the buyer is told right away.'),
    ],
  }
}
