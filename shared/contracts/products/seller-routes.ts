import { BODY_PROBLEMS, routesOf, withBody } from '../route.ts'
import { BulkBody, BulkResponse } from './bulk-schemas.ts'
import * as examples from './examples.ts'

const route = routesOf('products')

/** Routes for all products of a seller. */
export const SELLER_ROUTES = [
  route('POST', '/api/products/bulk', 'user', 'Change many products', {
    description:
      'Up to 100 of the seller’s products. Each is changed only if it still has the version that is sent; the response says what became of each. `percent` changes prices relative to the present ones.',
    body: BulkBody,
    example: { body: examples.bulk },
    responses: { 200: withBody(BulkResponse, examples.bulkResponse) },
    problems: [...BODY_PROBLEMS, 'unauthenticated'],
  }),
]
