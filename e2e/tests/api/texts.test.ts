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

/** Every field whose text other people see, by the name that a refusal gives it. */
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
    'is refused with %p, by name',
    async (text) => {
      const { status, body } = await send(text)
      expect([status, body.errors[0]?.field]).toEqual([400, field])
    },
  )

  test('is taken with letters of any script', async () => {
    expect((await send('Ünïcødé 日本 שלום')).status).toBeLessThan(300)
  })
})

test('a text is stored composed, so that equal texts are equal', async () => {
  const { body } = await user.post('/api/products', {
    title: 'Cafe\u0301',
    price: 1,
    quantity: 1,
    description: 'one\r\ntwo',
  })
  expect([body.title, body.description]).toEqual(['Café', 'one\ntwo'])
})

test('half a surrogate pair is refused', async () => {
  const headers = { 'content-type': 'application/json', cookie: user.cookie }
  const body = String.raw`{"title":"a\ud800","price":1,"quantity":1}`
  expect((await callApi('POST', '/api/products', { body, headers })).status).toBe(400)
})
