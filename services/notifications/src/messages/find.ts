import { orderNumber } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { counted } from '../mail/wording.ts'
import type { Template } from './template.ts'

export const find: Template<'find'> = ({ orderIds }, { links }) => ({
  subject: orderIds.length === 1 ? 'The link to your order' : 'The links to your orders',
  preview: `${counted(orderIds.length, 'order')} found.`,
  title: orderIds.length === 1 ? 'Here is your order' : 'Here are your orders',
  audience: 'buyer',
  blocks: [
    text('Somebody asked for the link with this address. If it wasn’t you, ignore this email.'),
    ...orderIds.map((id) => button(`See order ${orderNumber(id)}`, links.order(id))),
  ],
})
