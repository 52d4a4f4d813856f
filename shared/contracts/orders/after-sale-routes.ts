import { EXAMPLE_KEY } from '../example-ids.ts'
import { BODY_PROBLEMS, NO_BODY, WRITE_PROBLEMS, routesOf, withBody } from '../route.ts'
import * as examples from './after-sale-examples.ts'
import {
  AnswerReturnBody,
  FindOrderBody,
  GiveBackBody,
  OpenOrderBody,
  RefundReturnBody,
  RetryRefundBody,
  SendParcelBody,
} from './after-sale-schemas.ts'
import { RefundBody, RefundCheck, RefundQuery } from './refund-schemas.ts'
import { OrderResponse, SoldOrderResponse } from './schemas.ts'

const route = routesOf('orders')
const KEY = { 'Idempotency-Key': 'Required: repeating the request changes nothing more.' }
const BUYER = [...BODY_PROBLEMS, 'unauthenticated', 'not-found'] as const
const SELLER = BUYER

/** What happens after the payment. */
export const AFTER_SALE_ROUTES = [
  route('POST', '/api/orders/find', 'anyone', 'Mail the links of an order', {
    description:
      'The mail goes to the address of the order, at most once an hour. The response is the same whether there is such an order or not.',
    body: FindOrderBody,
    perHour: 20,
    example: { body: { number: '7F4M-83', email: 'ann@example.com' } },
    responses: { 202: NO_BODY },
    problems: [...BODY_PROBLEMS],
  }),
  route('POST', '/api/orders/:id/open', 'anyone', 'Open an order by its link', {
    description:
      'The key is the part of a mailed link after `#`. It lets the caller read the order, give items back and confirm the delivery for a day.',
    body: OpenOrderBody,
    example: { body: { key: EXAMPLE_KEY } },
    responses: { 204: NO_BODY },
    problems: [...BODY_PROBLEMS, 'not-found'],
  }),
  route('POST', '/api/orders/:id/claim', 'user', 'Add an order to my account', {
    description:
      'For a paid order that the caller has opened by its link: from then on they own it like the buyer. A second call returns the same.',
    responses: { 200: withBody(OrderResponse, examples.claimedOrder) },
    problems: [...WRITE_PROBLEMS, 'unauthenticated', 'not-found', 'already-claimed'],
  }),
  route('POST', '/api/orders/:id/returns', 'owner', 'Give items back', {
    description:
      'Items that were not sent are refunded; for the others a return is requested from each seller. All of them or none.',
    headers: KEY,
    body: GiveBackBody,
    example: { body: examples.giveBack },
    responses: { 201: withBody(OrderResponse, examples.returningOrder) },
    problems: [
      ...BUYER,
      'return-closed',
      'return-final',
      'refunded',
      'refund-exceeds',
      'idempotency-mismatch',
    ],
  }),
  route('POST', '/api/orders/:id/parcels/:sellerId/received', 'owner', 'Confirm a delivery', {
    description: 'A second call returns the same.',
    responses: { 200: withBody(OrderResponse, examples.deliveredOrder) },
    problems: [...WRITE_PROBLEMS, 'unauthenticated', 'not-found', 'not-sent'],
  }),
  route('GET', '/api/orders/sold/:id', 'seller', 'Get a sold order', {
    responses: { 200: withBody(SoldOrderResponse, examples.sentOrder) },
    problems: ['unauthenticated', 'forbidden', 'not-found'],
  }),
  route('PUT', '/api/orders/sold/:id/parcel', 'seller', 'Mark a parcel as sent', {
    description: 'Carrier and tracking can be corrected 5 times.',
    body: SendParcelBody,
    example: { body: examples.sending },
    responses: { 200: withBody(SoldOrderResponse, examples.sentOrder) },
    problems: [...SELLER, 'order-final', 'refunded'],
  }),
  route('POST', '/api/orders/sold/:id/returns/:returnId', 'seller', 'Answer a return', {
    description:
      'The buyer reads the note: where to send the items, or why not. A return requested within 14 days after the delivery cannot be refused.',
    body: AnswerReturnBody,
    example: { body: examples.answer },
    responses: { 200: withBody(SoldOrderResponse, examples.answeredOrder) },
    problems: [...SELLER, 'return-final', 'withdrawal-period'],
  }),
  route('POST', '/api/orders/sold/:id/returns/:returnId/refund', 'seller', 'Refund a return', {
    description: 'A second call returns the same.',
    body: RefundReturnBody,
    example: { body: { restock: true } },
    responses: { 201: withBody(SoldOrderResponse, examples.refundingOrder) },
    problems: [...SELLER, 'return-final', 'refund-exceeds'],
  }),
  route('POST', '/api/orders/sold/:id/refunds', 'seller', 'Refund items or an amount', {
    description:
      'A refund of everything in a parcel that was not sent cancels the parcel. With `dryRun`, nothing is refunded.',
    query: RefundQuery,
    headers: {
      'Idempotency-Key': 'Required without `dryRun`: repeating the request changes nothing more.',
    },
    body: RefundBody,
    example: { query: { dryRun: '1' }, body: examples.refundLines },
    responses: {
      200: withBody(RefundCheck, examples.refundCheck),
      201: withBody(SoldOrderResponse, examples.refundedOrder),
    },
    problems: [...SELLER, 'refunded', 'refund-exceeds', 'refund-changed', 'idempotency-mismatch'],
  }),
  route('POST', '/api/orders/sold/:id/refunds/:refundId/again', 'seller', 'Retry a refund', {
    description: 'Asks anew for a refund that failed; another one is returned as it is.',
    body: RetryRefundBody,
    example: { body: {} },
    responses: { 201: withBody(SoldOrderResponse, examples.refundedOrder) },
    problems: [...SELLER, 'refund-exceeds', 'refunded'],
  }),
]
