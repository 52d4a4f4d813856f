import { beforeAll, describe, expect, test } from 'bun:test'
import { callApi, json, pictureForm } from '../../fixtures/api.ts'
import { newProduct, type Product } from '../../fixtures/checkout.ts'
import { Visitor, signUp } from '../../fixtures/visitor.ts'

const ADDRESS = { name: 'Ann', line1: 'Main St 1', city: 'Cork', postalCode: 'T12', country: 'IE' }

let product: Product
let user: Visitor

beforeAll(async () => {
  product = await newProduct(1000)
  user = await Visitor.of({ sid: crypto.randomUUID(), role: 'user', ...(await signUp()) })
})

type Send = (text: string) => Promise<{ status: number; body: { errors: { field?: string }[] } }>

const sendAs = (visitor: () => Visitor, method: string, path: () => string, body: object) =>
  callApi(method, path(), json(body, { cookie: visitor().cookie }))

const inProduct =
  (field: string): Send =>
  (text) =>
    sendAs(
      () => user,
      'POST',
      () => '/api/products',
      { title: 'Teapot', price: 1, quantity: 1, [field]: text },
    )

const inAddress =
  (field: string): Send =>
  (text) =>
    sendAs(
      () => user,
      'POST',
      () => '/api/orders',
      {
        items: [{ productId: product.id, quantity: 1 }],
        address: { ...ADDRESS, [field]: text },
      },
    )

/** Every text field that other users see, by its name in errors. */
const FIELDS: Record<string, Send> = {
  title: inProduct('title'),
  description: inProduct('description'),
  name: (name) =>
    sendAs(
      () => user,
      'PUT',
      () => '/api/users/profile',
      { name },
    ),
  alt: (alt) =>
    callApi('POST', `/api/products/${product.id}/images`, {
      body: pictureForm({ alt }),
      headers: { cookie: product.seller.cookie },
    }),
  ...Object.fromEntries(
    ['name', 'line1', 'line2', 'city', 'region', 'postalCode'].map((field) => [
      `address.${field}`,
      inAddress(field),
    ]),
  ),
}

describe.each(Object.entries(FIELDS))('%s', (field, send) => {
  test.each(['a\u0000b', 'a\u200Bb', 'a\u202Eb', '\u3164', '\u200D'])(
    'returns 400 that names the field for %p',
    async (text) => {
      const { status, body } = await send(text)
      expect([status, body.errors[0]?.field]).toEqual([400, field])
    },
  )

  test('accepts letters of any script', async () => {
    expect((await send('Ünïcødé 日本 שלום')).status).toBeLessThan(300)
  })
})

test('texts are stored in Unicode normal form C', async () => {
  const { body } = await user.post('/api/products', {
    title: 'Cafe\u0301',
    price: 1,
    quantity: 1,
    description: 'one\r\ntwo',
  })
  expect([body.title, body.description]).toEqual(['Café', 'one\ntwo'])
})

test('POST /api/products returns 400 for an unpaired surrogate', async () => {
  const headers = { 'content-type': 'application/json', cookie: user.cookie }
  const body = String.raw`{"title":"a\ud800","price":1,"quantity":1}`
  expect((await callApi('POST', '/api/products', { body, headers })).status).toBe(400)
})
