import { ANSWER_MS, orderNumber, type EventOf } from '@shop/shared/contracts'
import { button, heading, quote, rows, text, type Block } from '../mail/content.ts'
import { dayAfter } from '../mail/wording.ts'
import { bold, countedRows, type Template } from './template.ts'

const REASONS: Record<EventOf<'return:changed'>['reason'], string> = {
  withdrawal: 'They withdrew from the contract.',
  damaged: 'They say it came damaged.',
  wrong: 'They say it isn’t what they ordered.',
  late: 'They say it came too late.',
  other: 'They gave another reason.',
}

/** To the seller. */
export const returnAsked: Template<'return-asked'> = (data, { links }) => {
  const { orderId, items, reason, note, happenedAt } = data
  const answerBy = dayAfter(happenedAt, ANSWER_MS)
  const words: Block[] = note ? [heading('What the buyer says'), quote(note)] : []
  return {
    subject: `Return requested for order ${orderNumber(orderId)}`,
    preview: `Answer by ${answerBy}.`,
    title: 'A buyer wants to give something back',
    audience: 'seller',
    blocks: [
      text('It’s part of order ', bold(orderId), `. ${REASONS[reason]}`),
      text({ strong: `Answer by ${answerBy}.` }, ' Without an answer, the return is accepted.'),
      button('Open the order', links.sold(orderId)),
      ...words,
      heading('What they want to give back'),
      rows(countedRows(items)),
    ],
  }
}
