import { button, heading, plain, quote, text } from '../mail/content.ts'
import type { Template } from './template.ts'

export const productShown: Template<'product-shown'> = (data, { links }) => ({
  subject: 'Your product is shown again',
  preview: 'We have looked at it once more.',
  title: 'Your product is shown again',
  audience: 'account',
  blocks: [
    text({ strong: plain(data.title) }, ' is no longer hidden. Shoppers find it as before.'),
    heading('Why'),
    quote(data.reason),
    button('See your product', links.ownProduct(data.productId)),
  ],
})
