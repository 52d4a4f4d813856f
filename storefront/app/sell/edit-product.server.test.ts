import { expect, test } from 'bun:test'
import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { editProduct } from './edit-product.server.ts'

const ID = 'a'.repeat(24)
const PAGE = `/sell/products/${ID}`
const images = ['a', 'b', 'c'].map((name) => ({ url: `https://m.invalid/${name}-1200.webp` }))
const product = { id: ID, images } as ProductResponse

const MOVE = { intent: 'change-pictures' }

interface ApiRequest {
  path: string
  method?: string
  json?: object
  form?: FormData
}

/** Submits a form to the edit page; returns its requests and its response. */
async function send(fields: Record<string, string | File>, { isPlain = true } = {}) {
  const requests: ApiRequest[] = []
  const call = async (_: string, path: string, __: unknown, options: object) => {
    requests.push({ path: path.replace(`/api/products/${ID}`, ''), ...options })
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const accept = isPlain ? 'text/html' : '*/*'
  const request = new Request(`http://shop${PAGE}`, { method: 'POST', body, headers: { accept } })
  try {
    const { data, init } = await editProduct({ call } as unknown as Api, body, request, product)
    return { requests, data, status: init?.status }
  } catch (error) {
    if (!(error instanceof Response)) throw error
    return { requests, status: error.status, to: error.headers.get('location') }
  }
}

test('archiving returns to the list it was requested from', async () => {
  const { requests, status, to } = await send({ intent: 'archive', back: '/sell/products?q=tea' })
  expect(requests).toMatchObject([{ path: '', method: 'DELETE' }])
  expect([status, to]).toEqual([303, `/sell/products?q=tea&archived=${ID}`])
})

test('earlier messages are removed from the URL', async () => {
  const back = '/sell/products?archived=x&restored=y'
  const { to } = await send({ intent: 'restore', back })
  expect(to).toBe(`/sell/products?restored=${ID}`)
})

test.each(['//evil.example', 'https://evil.example/sell/products', '/cart', PAGE, ''])(
  'does not return to %p',
  async (back) => {
    expect((await send({ intent: 'archive', back })).to).toBe(`/sell/products?archived=${ID}`)
    expect((await send({ intent: 'restore', back })).to).toBe(`${PAGE}?restored=${ID}`)
  },
)

test('a picture swaps places with its neighbor', async () => {
  const up = await send({ ...MOVE, up: 'b' })
  expect(up.requests).toMatchObject([
    { path: '/images', method: 'PUT', json: { order: ['b', 'a', 'c'] } },
  ])
  expect([up.status, up.to]).toEqual([303, `${PAGE}#pictures`])
  expect((await send({ ...MOVE, down: 'b' })).requests[0]?.json).toEqual({ order: ['a', 'c', 'b'] })
})

test('a picture at the end stays, without a request', async () => {
  for (const fields of [{ up: 'a' }, { down: 'c' }, { up: 'x' }] as Record<string, string>[])
    expect((await send({ ...MOVE, ...fields })).requests).toEqual([])
})

test('a picture is removed by name, with script without leaving the page', async () => {
  const { requests, data, to } = await send({ ...MOVE, remove: 'b/c' }, { isPlain: false })
  expect(requests).toMatchObject([{ path: '/images/b%2Fc', method: 'DELETE' }])
  expect([data, to]).toEqual([{}, undefined])
})

test('a picture is added with its description', async () => {
  const { requests } = await send({
    intent: 'add-picture',
    image: new File(['x'], 'a.png'),
    alt: 'Front',
  })
  expect(requests[0]?.form?.get('alt')).toBe('Front')
  expect(requests[0]?.form?.get('image')).toBeInstanceOf(File)
})

test('adding a picture requires a file', async () => {
  const { requests, data, status } = await send({ intent: 'add-picture', image: '', alt: 'Front' })
  expect(requests).toEqual([])
  expect(status).toBe(400)
  expect(data?.pictures).toMatchObject({
    fields: { image: 'Choose a picture' },
    values: { alt: 'Front' },
  })
})

test.each(['', 'delete'])('the intent %p is refused with 400', async (intent) => {
  expect(await send({ intent })).toEqual({ requests: [], status: 400, to: null })
})
