import { expect, test } from 'bun:test'
import type { Api } from '../api/client.server.ts'
import { changeMany } from './change-many.server.ts'

const [mug, cup] = ['1'.repeat(24), '2'.repeat(24)]

function formOf(fields: Record<string, string>, items = [`${mug}:3`, `${cup}:0`]) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const item of items) form.append('item', item)
  return form
}

/** What is sent to the service for a form. */
async function sent(fields: Record<string, string>) {
  const calls: unknown[] = []
  const api = {
    call: async (_: string, path: string, __: unknown, { json }: { json: unknown }) => {
      calls.push([path, json])
      return { results: [] }
    },
  } as unknown as Api
  await changeMany(api, formOf(fields))
  return calls
}

test.each([
  [
    { change: 'add-to-price', amount: '−2.50', percent: '', price: '', category: 'home' },
    { action: 'add-to-price', amount: -2.5 },
  ],
  [
    { change: 'change-price', percent: '−10', price: '', category: 'home' },
    { action: 'change-price', percent: -10 },
  ],
  [
    { change: 'set-price', percent: '', price: '12.50' },
    { action: 'set-price', price: 12.5 },
  ],
  [
    { change: 'set-category', category: 'garden' },
    { action: 'set-category', category: 'garden' },
  ],
  [{ change: 'publish' }, { action: 'publish' }],
])('%o changes the selected products', async (fields, change) => {
  const items = [
    { id: mug, version: 3 },
    { id: cup, version: 0 },
  ]
  expect(await sent(fields)).toEqual([['/api/products/bulk', { items, change }]])
})

test.each([
  [{ change: 'change-price', percent: '0' }, ['percent']],
  [{ change: 'add-to-price', amount: '0' }, ['amount']],
  [{ change: 'add-to-price', amount: 'less' }, ['amount']],
  [{ change: 'set-price', price: 'cheap' }, ['price']],
  [{ change: 'delete' }, ['change']],
])('%o is refused', async (fields, wrong) => {
  const { data, init } = await changeMany({} as Api, formOf(fields))
  expect(init?.status).toBe(400)
  expect(Object.keys('fields' in data ? data.fields : {})).toEqual(wrong)
})

test('nothing selected is refused', async () => {
  const { data } = await changeMany({} as Api, formOf({ change: 'archive' }, []))
  expect('message' in data && data.message).toBe('Select at least one product')
})
