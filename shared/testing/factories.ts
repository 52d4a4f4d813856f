import type { PayloadOf } from '../contracts/index.ts'
import { newId } from './people.ts'

/** The media URL in tests of services that only pass picture URLs on. */
export const MEDIA_URL = 'https://media.example'

/** The payload of a `product:created` event. */
export function newProductEvent(
  fields: Partial<PayloadOf<'product:created'>> = {},
): PayloadOf<'product:created'> {
  return {
    id: newId(),
    title: 'Teapot',
    price: 12.5,
    quantity: 10,
    available: 10,
    imageUrl: `${MEDIA_URL}/product-images/products/teapot-1200.webp`,
    category: null,
    archived: false,
    userId: newId(),
    version: 0,
    ...fields,
  }
}
