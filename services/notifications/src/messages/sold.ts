import { arrivalRange, dayRangeText, dayText, orderNumber, sendByDay } from '@shop/shared/contracts'
import { aside, button, heading, lines, rows, sums, text, type Block } from '../mail/content.ts'
import { counted, money, weekday } from '../mail/wording.ts'
import { bold, pricedRows, type Template } from './template.ts'

/** Without the buyer's address, which is on the page of the order. */
export const sold: Template<'sold'> = ({ orderId, items, completedAt, country }, { links }) => {
  const share = money(items.reduce((sum, { price, quantity }) => sum + price * quantity, 0))
  const what = `${counted(items.length, 'product')}, ${share}.`
  const sendBy = sendByDay(new Date(completedAt))
  const number = orderNumber(orderId)
  // An order without an address has nothing to send.
  const isSent = country !== undefined
  return {
    subject: `New order ${number}${isSent ? `: send by ${dayText(sendBy)}` : ''}`,
    preview: isSent ? `${what} The address is at your desk.` : what,
    title: 'You have a new order',
    audience: 'seller',
    blocks: [
      text(
        'Order ',
        bold(orderId),
        ' is paid.',
        ...(isSent ? dates(sendBy, completedAt, country) : []),
      ),
      button('Open the order', links.sold(orderId)),
      heading(isSent ? 'What to send' : 'What you sold'),
      rows(pricedRows(items, ({ quantity, price }) => `${quantity} × ${money(price)}`)),
      sums({ label: 'Your share', value: share }),
      ...(isSent ? STEPS : []),
    ],
  }
}

function dates(sendBy: string, completedAt: string, country: string) {
  const arrival = dayRangeText(arrivalRange(new Date(completedAt), country))
  const day = `${weekday(sendBy)}, ${dayText(sendBy)}`
  return [' Send it by ', { strong: day }, `, so it arrives ${arrival}.`]
}

const STEPS: Block[] = [
  heading('What to do'),
  lines([
    '1. Open the order: the address and a packing slip are there.',
    '2. Pack and hand over the parcel.',
    '3. Enter the carrier and tracking number. We’ll tell the buyer.',
  ]),
  aside('Can’t send something? Refund it on the order page, and the buyer is told right away.'),
]
