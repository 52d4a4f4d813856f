import {
  RETURN_LIFE_MS,
  SHOP,
  WITHDRAWAL_MS,
  arrivalRange,
  dayRangeText,
  orderNumber,
} from '@shop/shared/contracts'
import type { MessageData } from '../domain/message-data.ts'
import { sellersOf } from '../domain/messages-of-orders.ts'
import {
  aside,
  button,
  heading,
  lines,
  plain,
  rows,
  sums,
  text,
  type Block,
} from '../mail/content.ts'
import { cardName, counted, countryName, days, moment, money } from '../mail/wording.ts'
import { bold, pricedRows, type Context, type Template } from './template.ts'

type Receipt = MessageData['receipt']
type Address = NonNullable<Receipt['address']>

export const receipt: Template<'receipt'> = (data, context) => {
  const { id, items, total, address } = data
  const parcels = sellersOf(items).length
  const arrival = address && dayRangeText(arrivalRange(new Date(data.completedAt), address.country))
  const inParcels = parcels > 1 ? `, in ${counted(parcels, 'parcel')}` : ''
  const packers = parcels > 1 ? 'the sellers are' : 'the seller is'
  const packing = address === undefined ? '' : `, and ${packers} packing`
  return {
    subject: `Your receipt for order ${orderNumber(id)}`,
    preview: `${money(total)} paid.${arrival === undefined ? '' : ` Arrives ${arrival}${inParcels}.`}`,
    title: `Thank you${address === undefined ? '' : `, ${firstName(address)}`}`,
    audience: 'buyer',
    blocks: [
      text('Your order ', bold(id), ` is paid. Everything is reserved for you${packing}.`),
      ...(arrival === undefined ? [] : [text({ strong: `Arrives ${arrival}` }, `${inParcels}.`)]),
      button('See your order', context.links.order(id)),
      ...bought(data, context),
      ...(address === undefined ? [] : destination(address)),
      ...givingBack(address?.country, context),
    ],
  }
}

function bought({ items, shipping, total, payment, completedAt }: Receipt, { nameOf }: Context) {
  const paid = payment === undefined ? 'Paid' : `Charged to ${cardName(payment)}`
  return [
    heading('What you bought'),
    rows(
      pricedRows(items, ({ quantity, price, sellerId }) => {
        const amount = quantity === 1 ? '1' : `${quantity} × ${money(price)}`
        return `${amount} from ${nameOf(sellerId)}`
      }),
    ),
    sums(
      { label: 'Shipping', value: shipping === 0 ? 'Free' : money(shipping) },
      { label: 'Total', value: money(total) },
    ),
    aside(`${paid} on ${moment(completedAt)}.`),
  ]
}

const firstName = ({ name }: Address) => plain(name.split(' ')[0] ?? '')

function destination({ name, line1, line2, city, region, postalCode, country }: Address): Block[] {
  const street = line2 === undefined ? line1 : `${line1}, ${line2}`
  const town = country === SHOP.country ? `${city}, ${region ?? ''} ${postalCode}` : undefined
  const abroad = [postalCode, city, region].filter((part) => part !== undefined).join(' ')
  return [heading('Where it’s going'), lines([name, street, town ?? abroad, countryName(country)])]
}

// Member states of the European Union, where a buyer may withdraw from the contract.
const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)

function givingBack(country = '', { links }: Context): Block[] {
  const isEu = EU.has(country)
  const choose = isEu ? 'Withdraw from contract' : 'Give something back'
  return [
    heading('Changed your mind?'),
    text(
      `You can give things back for free until they’re sent, and up to ${days(RETURN_LIFE_MS)} after delivery. `,
      `Open your order and choose “${choose}”. `,
      { link: 'How returns work', href: links.page('returns') },
    ),
    ...(isEu
      ? [
          text(
            `You can withdraw within ${days(WITHDRAWAL_MS)} of delivery without giving a reason.`,
          ),
        ]
      : []),
  ]
}
