import * as v from 'valibot'
import { BODY_PROBLEMS, NO_BODY, WRITE_PROBLEMS, pageOf, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import { ListProductsQuery, ProductPageResponse } from './list-schemas.ts'
import { MODERATION_ROUTES } from './moderation-routes.ts'
import {
  AddPictureForm,
  ChangeStockBody,
  CreateProductBody,
  OrderPicturesBody,
  ProductResponse,
  StockMoveResponse,
  StockMovesQuery,
  UpdateProductBody,
} from './schemas.ts'
import { SELLER_ROUTES } from './seller-routes.ts'

const route = routesOf('products')
const product = withBody(ProductResponse, examples.product)
const OWNER_PROBLEMS = ['unauthenticated', 'not-found'] as const

export const PRODUCTS_ROUTES = [
  ...SELLER_ROUTES,
  ...MODERATION_ROUTES,
  route('GET', '/api/products', 'anyone', 'List products', {
    description:
      'Without parameters: an array of the newest 100. With any: a page. `status` and `low` need `seller` to be the caller.',
    query: ListProductsQuery,
    headers: {
      'If-None-Match': 'The ETag of an earlier response: returns 304 when it still holds.',
    },
    example: { query: examples.search },
    responses: {
      200: withBody(v.union([v.array(ProductResponse), ProductPageResponse]), examples.page),
      304: NO_BODY,
    },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('GET', '/api/products/:id', 'anyone', 'Get a product', {
    description:
      'Also returns archived products. Drafts and products that staff took down are found by their seller and staff only.',
    responses: { 200: product },
    problems: ['not-found'],
  }),
  route('POST', '/api/products', 'user', 'Create a product', {
    body: CreateProductBody,
    takesPicture: true,
    perHour: 60,
    example: { body: examples.newProduct },
    responses: { 201: withBody(ProductResponse, examples.createdProduct) },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'unavailable'],
  }),
  route('PUT', '/api/products/:id', 'owner', 'Update a product', {
    description:
      'Optional fields that are left out stay as they are. `quantity` is applied as a difference; a stale `version` is refused. A picture replaces the first one.',
    body: UpdateProductBody,
    takesPicture: true,
    example: { body: examples.update },
    responses: { 200: withBody(ProductResponse, examples.updatedProduct) },
    problems: [
      ...BODY_PROBLEMS,
      ...OWNER_PROBLEMS,
      'stock-held',
      'version-conflict',
      'unavailable',
    ],
  }),
  route('POST', '/api/products/:id/restore', 'owner', 'Restore an archived product', {
    responses: { 200: product },
    problems: [...WRITE_PROBLEMS, ...OWNER_PROBLEMS],
  }),
  route('POST', '/api/products/:id/publish', 'owner', 'Publish a draft', {
    responses: { 200: product },
    problems: [...WRITE_PROBLEMS, ...OWNER_PROBLEMS],
  }),
  route('GET', '/api/products/:id/stock', 'owner', 'List stock changes', {
    description: 'The newest first. All changes of a product add up to its quantity.',
    query: StockMovesQuery,
    example: { query: { limit: '10' } },
    responses: {
      200: withBody(pageOf(StockMoveResponse), { items: [examples.stockMove], nextCursor: null }),
    },
    problems: [...OWNER_PROBLEMS, 'forbidden', 'validation'],
  }),
  route('POST', '/api/products/:id/stock', 'owner', 'Change the stock', {
    description: 'Adds `delta` units, or removes them when it is negative.',
    body: ChangeStockBody,
    example: { body: examples.delivery },
    responses: { 200: withBody(ProductResponse, examples.restockedProduct) },
    problems: [...BODY_PROBLEMS, ...OWNER_PROBLEMS, 'stock-held'],
  }),
  route('POST', '/api/products/:id/images', 'owner', 'Add a picture', {
    description: 'JPEG, PNG, or WebP. It is stored in three widths; `url` names the largest.',
    form: AddPictureForm,
    example: { body: examples.picture },
    responses: { 201: product },
    problems: [...BODY_PROBLEMS, ...OWNER_PROBLEMS, 'unavailable'],
  }),
  route('PUT', '/api/products/:id/images', 'owner', 'Reorder the pictures', {
    description: 'Lists the name of every picture once. Lists of products show the first picture.',
    body: OrderPicturesBody,
    example: { body: examples.pictureOrder },
    responses: { 200: product },
    problems: [...BODY_PROBLEMS, ...OWNER_PROBLEMS],
  }),
  route('DELETE', '/api/products/:id/images/:name', 'owner', 'Remove a picture', {
    description: 'Admins can remove any picture.',
    responses: { 204: NO_BODY },
    problems: [...WRITE_PROBLEMS, ...OWNER_PROBLEMS],
  }),
  route('DELETE', '/api/products/:id', 'owner', 'Archive a product', {
    description: 'It can no longer be bought. Admins can archive any product.',
    responses: { 204: NO_BODY },
    problems: [...WRITE_PROBLEMS, ...OWNER_PROBLEMS],
  }),
]
