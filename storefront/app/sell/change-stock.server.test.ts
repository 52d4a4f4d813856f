import { expect, test } from 'bun:test'
import type { Api } from '../api/client.server.ts'
import { saveStockChange } from './change-stock.server.ts'

const stockHeld = Object.assign(new Error('No'), {
  name: 'ApiRefusal',
  status: 409,
  problem: { type: '/problems/stock-held', detail: 'No', errors: [{ message: 'No' }] },
})

/** Submits a stock change; with `stock`, the service refuses it as reserved. */
async function move(
  fields: Record<string, string>,
  stock: { quantity: number; available: number } | null = null,
) {
  const requests: unknown[] = []
  const call = async (_: string, __: string, ___: unknown, options?: { json?: object }) => {
    if (options?.json !== undefined) {
      requests.push(options.json)
      if (stock !== null) throw stockHeld
    }
    return stock
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return { requests, ...(await saveStockChange({ call } as unknown as Api, 'a'.repeat(24), form)) }
}

test('a stock change is sent as a difference with a reason', async () => {
  const { requests, by } = await move({ delta: '-2', reason: 'damage' })
  expect(requests).toEqual([{ delta: -2, reason: 'damage' }])
  expect(by).toBe(-2)
})

test('invalid input reaches no service', async () => {
  const { requests, fault } = await move({ delta: '1.5', reason: '' })
  expect(requests).toEqual([])
  expect(Object.keys(fault?.fields ?? {})).toEqual(['delta', 'reason'])
  expect(fault?.values['delta']).toBe('1.5')
})

test('reserved stock is reported at the field, with how many can be removed', async () => {
  const held = await move({ delta: '-9', reason: 'count' }, { quantity: 14, available: 8 })
  expect(held.fault?.fields).toEqual({
    delta: '6 of 14 are reserved for orders: remove at most 8',
  })
  const few = await move({ delta: '-9', reason: 'count' }, { quantity: 3, available: 3 })
  expect(few.fault?.fields).toEqual({ delta: 'Only 3 in stock: remove at most 3' })
})
