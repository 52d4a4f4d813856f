import { button, heading, plain, quote, text } from '../mail/content.ts'
import type { Template } from './template.ts'

export const productHidden: Template<'product-hidden'> = (data, { links }) => ({
  subject: 'One of your products was hidden',
  preview: 'Shoppers no longer find it. You can appeal once.',
  title: 'One of your products was hidden',
  audience: 'account',
  blocks: [
    text(
      'We have hidden ',
      { strong: plain(data.title) },
      '. Shoppers no longer find it, and it can’t be bought. Orders that were paid go on.',
    ),
    heading('Why'),
    quote(data.reason),
    text('You think that’s a mistake? You can appeal once, on the product’s page.'),
    button('See your product', links.ownProduct(data.productId)),
  ],
})
