import { ReasonBody } from '../reason.ts'
import { BODY_PROBLEMS, NO_BODY, WRITE_PROBLEMS, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import {
  AllProductsQuery,
  AllProductsResponse,
  AppealBody,
  CasesQuery,
  CasesResponse,
  ReportBody,
  ReportResponse,
} from './moderation-schemas.ts'
import { ProductResponse } from './schemas.ts'

const route = routesOf('products')
const hidden = withBody(ProductResponse, examples.hiddenProduct)
const STAFF_PROBLEMS = ['unauthenticated', 'not-found'] as const

/** Routes about products that should not be shown. */
export const MODERATION_ROUTES = [
  route('GET', '/api/products/all', 'admin', 'List all products', {
    description:
      'The newest first, also those that shoppers do not find, with what staff did. Where several conditions must hold, the newest 2,000 products that meet the rarest are looked through.',
    query: AllProductsQuery,
    example: { query: { status: 'hidden', limit: '10' } },
    responses: { 200: withBody(AllProductsResponse, examples.allProducts) },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('GET', '/api/products/reports', 'admin', 'List reported products', {
    description: 'By status, those that changed last first, with what staff did.',
    query: CasesQuery,
    example: { query: { status: 'open', limit: '10' } },
    responses: { 200: withBody(CasesResponse, examples.cases) },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('POST', '/api/products/reports/:id/dismiss', 'admin', 'Dismiss the reports of a product', {
    description: 'Also an appeal: the product stays hidden.',
    responses: { 204: NO_BODY },
    problems: [...WRITE_PROBLEMS, ...STAFF_PROBLEMS],
  }),
  route('POST', '/api/products/:id/reports', 'session', 'Report a product', {
    description: 'Once for each person and product; repeating it changes nothing.',
    body: ReportBody,
    perHour: 30,
    example: { body: examples.report },
    responses: { 201: withBody(ReportResponse, examples.reportResponse) },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'not-found'],
  }),
  route('POST', '/api/products/:id/hide', 'admin', 'Hide a product', {
    description:
      'Only its seller and staff find it then, and it can no longer be bought; sales whose goods are reserved go on. The seller gets the reason by mail. Repeating it changes nothing.',
    body: ReasonBody,
    example: { body: examples.staffReason },
    responses: { 200: hidden },
    problems: [...BODY_PROBLEMS, ...STAFF_PROBLEMS],
  }),
  route('POST', '/api/products/:id/unhide', 'admin', 'Show a hidden product again', {
    description: 'The seller gets the reason by mail. Repeating it changes nothing.',
    body: ReasonBody,
    example: { body: examples.staffReason },
    responses: { 200: withBody(ProductResponse, examples.product) },
    problems: [...BODY_PROBLEMS, ...STAFF_PROBLEMS],
  }),
  route('POST', '/api/products/:id/appeal', 'owner', 'Appeal against hiding a product', {
    description: 'Once each time it is hidden.',
    body: AppealBody,
    example: { body: examples.appeal },
    responses: { 201: hidden },
    problems: [...BODY_PROBLEMS, ...STAFF_PROBLEMS, 'appeal-closed'],
  }),
]
