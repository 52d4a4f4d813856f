import { orderNumber, type EventOf } from '@shop/shared/contracts'
import { button, text } from '../mail/content.ts'
import { bold, type Template } from './template.ts'

const REASONS: Record<EventOf<'order:cancelled'>['reason'], string> = {
  user: 'You canceled it.',
  out_of_stock: 'Something in it sold out while you were paying.',
  payment_failed: 'The payment didn’t go through.',
  authorization_expired: 'The hold on your card expired before the order was complete.',
  expired: 'It wasn’t paid in time.',
  admin: 'We had to cancel it.',
}

export const orderCancelled: Template<'order-cancelled'> = ({ orderId, reason }, { links }) => ({
  subject: `Order ${orderNumber(orderId)} is canceled`,
  preview: 'You don’t pay anything.',
  title: 'Your order is canceled',
  audience: 'buyer',
  blocks: [
    text('Order ', bold(orderId), ` is canceled. ${REASONS[reason]}`),
    text(
      { strong: 'You don’t pay anything.' },
      ' We released the hold on your card. Your bank may take a few days to show it.',
    ),
    button('See your order', links.order(orderId)),
  ],
})
