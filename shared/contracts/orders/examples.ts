import { EXAMPLE_IDS } from '../example-ids.ts'
import { orderNumber } from '../ids.ts'
import { imageUrl } from '../products/examples.ts'
import type { Address, OrderResponse, PlaceOrderBody, SoldOrderResponse } from './schemas.ts'

const address: Address = {
  name: 'Ann Smith',
  line1: '12 Main Street',
  city: 'Springfield',
  region: 'IL',
  postalCode: '62701',
  country: 'US',
}

export const newOrder: PlaceOrderBody = {
  items: [{ productId: EXAMPLE_IDS.product, quantity: 2, price: 24.5 }],
  address,
}

export const newAddress = { address: { ...address, line1: '14 Main Street' } }

export const order: OrderResponse = {
  id: EXAMPLE_IDS.order,
  number: orderNumber(EXAMPLE_IDS.order),
  userId: EXAMPLE_IDS.user,
  status: 'Created',
  items: [
    {
      productId: EXAMPLE_IDS.product,
      title: 'Teapot',
      price: 24.5,
      quantity: 2,
      sellerId: EXAMPLE_IDS.seller,
      imageUrl,
    },
  ],
  shipping: 4.9,
  total: 53.9,
  email: 'ann@example.com',
  address,
  parcels: [],
  returns: [],
  refunds: [],
  timeline: [{ at: '2026-11-29T09:10:00.000Z', what: 'placed' }],
  version: 0,
  createdAt: '2026-11-29T09:10:00.000Z',
}

export const readdressedOrder: OrderResponse = { ...order, ...newAddress, version: 1 }

export const cancelledOrder: OrderResponse = {
  ...order,
  status: 'Cancelled',
  reason: 'user',
  timeline: [...order.timeline, { at: '2026-11-29T09:12:00.000Z', what: 'cancelled' }],
  version: 1,
}

const { userId: _, email: __, address: ___, ...sold } = order

export const soldOrder: SoldOrderResponse = { ...sold, shipping: 0, total: 49 }

export const stream = `event: order\ndata: ${JSON.stringify(order)}\n\n`
