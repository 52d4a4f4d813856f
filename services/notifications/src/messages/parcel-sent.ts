import {
  DELIVERY_MS,
  RETURN_LIFE_MS,
  arrivalRange,
  carrierName,
  dayRangeText,
  trackingUrl,
} from '@shop/shared/contracts'
import type { MessageData } from '../domain/message-data.ts'
import { aside, button, heading, rows, text, type Block } from '../mail/content.ts'
import { dayAfter, days, shortDay, subjectWith } from '../mail/wording.ts'
import { bold, countedRows, type Context, type Template } from './template.ts'

type Sent = MessageData['parcel-sent']

export const parcelSent: Template<'parcel-sent'> = (data, context) => {
  const { orderId, sellerId, items, happenedAt, n } = data
  const name = context.nameOf(sellerId)
  const carrier = carrierName(data.carrier)
  const by = carrier === undefined ? '' : ` with ${carrier}`
  const arrives = arrivalOf(data)
  const isCorrection = n > 1
  return {
    subject: isCorrection
      ? subjectWith(name, ' corrected your parcel’s tracking')
      : subjectWith(name, ' sent your parcel'),
    preview: arrives === undefined ? `Sent${by}.` : `Arrives ${arrives}${by}.`,
    title: isCorrection ? 'New tracking details' : 'On its way',
    audience: 'buyer',
    blocks: [
      text(
        { strong: name },
        ` sent your parcel${by} on ${shortDay(happenedAt)}. It’s part of order `,
        bold(orderId),
        '.',
      ),
      ...(arrives === undefined ? [] : [text({ strong: `Arrives ${arrives}.` })]),
      ...tracking(data, carrier),
      heading('In this parcel'),
      rows(countedRows(items)),
      ...apart(data, context),
      heading('When it’s there'),
      text(
        'Tell us with “I have it” on ',
        { link: 'your order page', href: context.links.order(orderId) },
        `. If we don’t hear from you, we’ll mark it as delivered on ${dayAfter(happenedAt, DELIVERY_MS)}.`,
      ),
      text(
        `Something wrong with it? You can give it back up to ${days(RETURN_LIFE_MS)} after delivery.`,
      ),
    ],
  }
}

function arrivalOf({ completedAt, country }: Sent): string | undefined {
  if (completedAt === undefined || country === undefined) return undefined
  return dayRangeText(arrivalRange(new Date(completedAt), country))
}

function tracking({ carrier, tracking: number }: Sent, name: string | undefined): Block[] {
  if (number === undefined) return []
  const url = trackingUrl(carrier, number)
  const label = aside(`Tracking number ${number}`)
  return url === undefined ? [label] : [button(`Track with ${name}`, url), label]
}

function apart({ otherSellerIds = [] }: Sent, { nameOf }: Context): Block[] {
  if (otherSellerIds.length === 0) return []
  const names = new Intl.ListFormat('en-US').format(otherSellerIds.map(nameOf))
  const verb = otherSellerIds.length === 1 ? 'sends' : 'send'
  return [aside(`${names} ${verb} the rest of your order separately.`)]
}
