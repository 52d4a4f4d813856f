import { EXAMPLE_IDS } from '../example-ids.ts'
import { imageUrl } from '../products/examples.ts'
import type { CartResponse } from './schemas.ts'

export const item = { productId: EXAMPLE_IDS.product, quantity: 2 }

export const cart: CartResponse = {
  id: EXAMPLE_IDS.cart,
  userId: EXAMPLE_IDS.user,
  items: [
    {
      ...item,
      title: 'Teapot',
      price: 24.5,
      seenPrice: 24.5,
      imageUrl,
      available: 12,
      sellerId: EXAMPLE_IDS.seller,
    },
  ],
  total: 49,
  version: 1,
}

export const emptyCart: CartResponse = { ...cart, items: [], total: 0, version: 2 }
