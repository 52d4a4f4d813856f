import { beforeAll, describe, expect, test } from 'bun:test'
import { ROUTES } from '@shop/shared/contracts'
import { newUser } from '@shop/shared/testing'
import type * as v from 'valibot'
import { PIXEL, callApi, pictureForm } from '../../fixtures/api.ts'
import { newProduct } from '../../fixtures/checkout.ts'
import { Visitor } from '../../fixtures/visitor.ts'

let cookie = ''
let staff: Visitor
let productId = ''

beforeAll(async () => {
  const product = await newProduct(5)
  productId = product.id
  ;({ cookie } = product.seller)
  staff = await Visitor.of(newUser('admin'))
})

const withQuery = ROUTES.filter(({ query }) => query !== undefined)
const entriesOf = (schema: v.GenericSchema | undefined) =>
  Object.keys((schema as unknown as v.StrictObjectSchema<v.ObjectEntries, undefined>).entries)

describe.each(withQuery.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_, { method, path, query, who }) => {
    test.each(entriesOf(query))('returns 400 that names %s when it is repeated', async (name) => {
      const { status, body } = await callApi(method, `${path}?${name}=1&${name}=2`, {
        headers: { cookie: who === 'admin' ? staff.cookie : cookie },
      })
      expect([status, body.type]).toEqual([400, '/problems/validation'])
      expect(body.errors).toEqual([{ field: name, message: 'Must be given only once' }])
    })
  },
)

const FORMS: [method: string, path: string, field: string][] = [
  ['POST', '/api/products', 'title'],
  ['PUT', '/api/products/:id', 'price'],
  ['POST', '/api/products/:id/images', 'alt'],
  ['POST', '/api/products/:id/images', 'image'],
]

test.each(FORMS)('%s %s returns 400 when the form repeats %s', async (method, path, field) => {
  const form = pictureForm(path.endsWith('/images') ? {} : { title: 'Jug', price: 9, quantity: 1 })
  const value = field === 'image' ? new File([PIXEL], 'other.webp') : '9'
  if (!form.has(field)) form.append(field, '9')
  form.append(field, value)
  const init = { body: form, headers: { cookie } }
  const { status, body } = await callApi(method, path.replace(':id', productId), init)
  expect([status, body.errors]).toEqual([400, [{ field, message: 'Must be given only once' }]])
})
