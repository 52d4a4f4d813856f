import * as v from 'valibot'
import { EMPTY, bad, refusals, routesOf } from '../route.ts'
import { ListProductsQuery, ProductPageResponse } from './list-schemas.ts'
import {
  AddPictureForm,
  ChangeStockBody,
  CreateProductBody,
  OrderPicturesBody,
  ProductResponse,
  UpdateProductBody,
} from './schemas.ts'

const route = routesOf('products')

export const PRODUCTS_ROUTES = [
  route('GET', '/api/products', 'anyone', {
    query: ListProductsQuery,
    replies: {
      200: v.union([v.array(ProductResponse), ProductPageResponse]),
      304: EMPTY,
      ...refusals(400, 401, 403),
    },
  }),
  route('GET', '/api/products/:id', 'anyone', {
    replies: { 200: ProductResponse, ...refusals(404) },
  }),
  route('POST', '/api/products', 'user', {
    body: CreateProductBody,
    perHour: 60,
    replies: { 201: ProductResponse, ...bad, ...refusals(401, 503) },
  }),
  route('PUT', '/api/products/:id', 'owner', {
    body: UpdateProductBody,
    replies: { 200: ProductResponse, ...bad, ...refusals(401, 404, 409, 503) },
  }),
  route('POST', '/api/products/:id/restore', 'owner', {
    replies: { 200: ProductResponse, ...refusals(401, 403, 404, 429) },
  }),
  route('POST', '/api/products/:id/stock', 'owner', {
    body: ChangeStockBody,
    replies: { 200: ProductResponse, ...bad, ...refusals(401, 404, 409) },
  }),
  route('POST', '/api/products/:id/images', 'owner', {
    form: AddPictureForm,
    replies: { 201: ProductResponse, ...bad, ...refusals(401, 404, 503) },
  }),
  route('PUT', '/api/products/:id/images', 'owner', {
    body: OrderPicturesBody,
    replies: { 200: ProductResponse, ...bad, ...refusals(401, 404) },
  }),
  route('DELETE', '/api/products/:id/images/:name', 'owner', {
    replies: { 204: EMPTY, ...refusals(401, 403, 404, 429) },
  }),
  route('DELETE', '/api/products/:id', 'owner', {
    replies: { 204: EMPTY, ...refusals(401, 403, 404, 429) },
  }),
]
