import { afterAll, beforeAll, expect, test } from 'bun:test'
import { newUser, type TestService } from '@shop/shared/testing'
import { form, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()
const fields = { title: 'Teapot', price: '24.50', quantity: '3' }
const create = (body: FormData) => service.call('POST', '/api/products', { as: seller, body })

test('POST /api/products refuses a form with unknown or repeated fields', async () => {
  const cases: [string, string | File, number][] = [
    ['title', 'again', 400],
    ['userId', seller.sub, 400],
    ['__proto__', 'x', 400],
    ['constructor', 'x', 400],
    ['image', 'no file', 400],
    ['category', new File(['x'], 'x.png'), 400],
  ]
  for (const [name, value, expected] of cases) {
    const data = form(fields)
    data.append(name, value)
    const { status, body } = await create(data)
    expect([name, status, body.errors[0].field]).toEqual([name, expected, name])
  }
})

test.each(['', 'NaN', '1e3', '0x10', ' 5', '1.005', '-1', 'Infinity'])(
  'POST /api/products refuses the price %p of a form',
  async (price) => {
    const { status, body } = await create(form({ ...fields, price }))
    expect([status, body.errors[0].field]).toEqual([400, 'price'])
  },
)

test('POST /api/products refuses a malformed form', async () => {
  for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data; charset=utf-8']) {
    const headers = { 'content-type': type }
    const call = { as: seller, body: 'this is no form', headers }
    expect((await service.call('POST', '/api/products', call)).status).toBe(400)
  }
})
