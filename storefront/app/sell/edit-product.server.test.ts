import { expect, test } from 'bun:test'
import type { ProductResponse } from '@shop/shared/contracts'
import type { Api } from '../api/client.server.ts'
import { editProduct } from './edit-product.server.ts'

const ID = 'a'.repeat(24)
const PAGE = `/sell/products/${ID}`
const images = ['a', 'b', 'c'].map((name) => ({ url: `https://m.invalid/${name}-1200.webp` }))
const product = { id: ID, images } as ProductResponse

const MOVE = { intent: 'change-pictures' }

interface Asked {
  path: string
  method?: string
  json?: object
  form?: FormData
}

/** Sends a form to the edit page: what it asked of the service, and what it answered. */
async function send(fields: Record<string, string | File>, { isPlain = true } = {}) {
  const asked: Asked[] = []
  const call = async (_: string, path: string, __: unknown, options: object) => {
    asked.push({ path: path.replace(`/api/products/${ID}`, ''), ...options })
  }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const accept = isPlain ? 'text/html' : '*/*'
  const request = new Request(`http://shop${PAGE}`, { method: 'POST', body, headers: { accept } })
  try {
    const { data, init } = await editProduct({ call } as unknown as Api, body, request, product)
    return { asked, data, status: init?.status }
  } catch (error) {
    if (!(error instanceof Response)) throw error
    return { asked, status: error.status, to: error.headers.get('location') }
  }
}

test('archiving leads back to the list that it was asked from', async () => {
  const { asked, status, to } = await send({ intent: 'archive', back: '/sell/products?q=tea' })
  expect(asked).toMatchObject([{ path: '', method: 'DELETE' }])
  expect([status, to]).toEqual([303, `/sell/products?q=tea&archived=${ID}`])
})

test('what was done before is told no more', async () => {
  const back = '/sell/products?archived=x&restored=y'
  const { to } = await send({ intent: 'restore', back })
  expect(to).toBe(`/sell/products?restored=${ID}`)
})

test.each(['//evil.example', 'https://evil.example/sell/products', '/cart', PAGE, ''])(
  'a way back to %p is not taken',
  async (back) => {
    expect((await send({ intent: 'archive', back })).to).toBe(`/sell/products?archived=${ID}`)
    expect((await send({ intent: 'restore', back })).to).toBe(`${PAGE}?restored=${ID}`)
  },
)

test('a picture changes places with its neighbour', async () => {
  const up = await send({ ...MOVE, up: 'b' })
  expect(up.asked).toMatchObject([
    { path: '/images', method: 'PUT', json: { order: ['b', 'a', 'c'] } },
  ])
  expect([up.status, up.to]).toEqual([303, `${PAGE}#pictures`])
  expect((await send({ ...MOVE, down: 'b' })).asked[0]?.json).toEqual({ order: ['a', 'c', 'b'] })
})

test('a picture at its end stays, and nobody is asked', async () => {
  for (const fields of [{ up: 'a' }, { down: 'c' }, { up: 'x' }] as Record<string, string>[])
    expect((await send({ ...MOVE, ...fields })).asked).toEqual([])
})

test('a picture is removed by its name, with script without leaving the page', async () => {
  const { asked, data, to } = await send({ ...MOVE, remove: 'b/c' }, { isPlain: false })
  expect(asked).toMatchObject([{ path: '/images/b%2Fc', method: 'DELETE' }])
  expect([data, to]).toEqual([{}, undefined])
})

test('a picture is added with its words', async () => {
  const { asked } = await send({
    intent: 'add-picture',
    image: new File(['x'], 'a.png'),
    alt: 'Front',
  })
  expect(asked[0]?.form?.get('alt')).toBe('Front')
  expect(asked[0]?.form?.get('image')).toBeInstanceOf(File)
})

test('without a file there is nothing to add', async () => {
  const { asked, data, status } = await send({ intent: 'add-picture', image: '', alt: 'Front' })
  expect(asked).toEqual([])
  expect(status).toBe(400)
  expect(data?.pictures).toMatchObject({
    fields: { image: 'Choose a picture' },
    values: { alt: 'Front' },
  })
})

test.each(['', 'delete'])('the intent %p is refused with 400', async (intent) => {
  expect(await send({ intent })).toEqual({ asked: [], status: 400, to: null })
})
