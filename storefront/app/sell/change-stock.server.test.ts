import { expect, test } from 'bun:test'
import type { Api } from '../api/client.server.ts'
import { moveStock } from './change-stock.server.ts'

const stockHeld = Object.assign(new Error('No'), {
  name: 'ApiRefusal',
  status: 409,
  problem: { type: '/problems/stock-held', detail: 'No', errors: [{ message: 'No' }] },
})

/** Sends a change to a service that has so much, and refuses or takes it. */
async function move(
  fields: Record<string, string>,
  stock: { quantity: number; available: number } | null = null,
) {
  const asked: unknown[] = []
  const call = async (_: string, __: string, ___: unknown, options?: { json?: object }) => {
    if (options?.json !== undefined) {
      asked.push(options.json)
      if (stock !== null) throw stockHeld
    }
    return stock
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return { asked, ...(await moveStock({ call } as unknown as Api, 'a'.repeat(24), form)) }
}

test('a change is sent as a difference with its reason', async () => {
  const { asked, by } = await move({ delta: '-2', reason: 'damage' })
  expect(asked).toEqual([{ delta: -2, reason: 'damage' }])
  expect(by).toBe(-2)
})

test('bad input reaches no service', async () => {
  const { asked, fault } = await move({ delta: '1.5', reason: '' })
  expect(asked).toEqual([])
  expect(Object.keys(fault?.fields ?? {})).toEqual(['delta', 'reason'])
  expect(fault?.values['delta']).toBe('1.5')
})

test('what orders hold is told at the field, with how many can go', async () => {
  const held = await move({ delta: '-9', reason: 'count' }, { quantity: 14, available: 8 })
  expect(held.fault?.fields).toEqual({
    delta: '6 of 14 are set aside for orders: take away at most 8',
  })
  const few = await move({ delta: '-9', reason: 'count' }, { quantity: 3, available: 3 })
  expect(few.fault?.fields).toEqual({ delta: 'Only 3 are in stock: take away at most 3' })
})
