import { orderNumber } from '@shop/shared/contracts'
import { button, heading, quote, rows, text, type Block } from '../mail/content.ts'
import { bold, countedRows, type Template } from './template.ts'

export const returnRefused: Template<'return-refused'> = (data, { links, nameOf }) => {
  const { orderId, sellerId, items, answer } = data
  const name = nameOf(sellerId)
  const why: Block[] = answer === undefined ? [] : [heading(`What ${name} says`), quote(answer)]
  return {
    subject: `Your return of order ${orderNumber(orderId)} is refused`,
    preview: `${name} doesn’t take it back.`,
    title: 'Your return is refused',
    audience: 'buyer',
    blocks: [
      text({ strong: name }, ' doesn’t take back these items of order ', bold(orderId), '.'),
      text('You think that’s wrong? ', { link: 'Contact us', href: links.page('contact') }, '.'),
      button('See your order', links.order(orderId)),
      ...why,
      heading('What you wanted to give back'),
      rows(countedRows(items)),
    ],
  }
}
