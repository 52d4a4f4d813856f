import { expect, test } from 'bun:test'
import { failedRefunds } from './failed-refunds.ts'
import type { SoldOrderResponse } from './schemas.ts'

const at = '2026-11-23T09:41:00.000Z'

type Refund = SoldOrderResponse['refunds'][number]
type Item = SoldOrderResponse['items'][number]

const item = (productId: string): Item => ({
  productId,
  title: productId,
  price: 18,
  quantity: 1,
  sellerId: 's1',
  imageUrl: null,
})
const refund = (id: string, change: Partial<Refund> = {}): Refund => ({
  id,
  amount: 18,
  shipping: 0,
  at,
  status: 'Failed',
  by: 'seller',
  lines: [],
  ...change,
})
const of = (productId: string) => ({ lines: [{ productId, quantity: 1 }] })

function waiting(...refunds: Refund[]): string[] {
  const order: SoldOrderResponse = {
    id: 'o1',
    number: '7F3K-92',
    status: 'Complete',
    items: [item('cup'), item('teapot')],
    shipping: 0,
    total: 36,
    parcels: [],
    returns: [],
    refunds,
    timeline: [],
    version: 1,
    createdAt: at,
  }
  return failedRefunds(order).map(({ id }) => id)
}

test('a failed refund waits although another one was made later', () => {
  expect(waiting(refund('1', of('cup')), refund('2', { ...of('teapot'), status: 'Done' }))).toEqual(
    ['1'],
  )
  expect(waiting(refund('1'), refund('2', { amount: 5, status: 'Done' }))).toEqual(['1'])
})

test('a failed refund waits no longer once it was tried again', () => {
  expect(waiting(refund('1', of('cup')), refund('2', { ...of('cup'), status: 'Asked' }))).toEqual(
    [],
  )
  expect(waiting(refund('1'), refund('2'))).toEqual(['2'])
  const ofReturn = { ...of('cup'), returnId: 'r1' }
  expect(waiting(refund('1', ofReturn), refund('2', ofReturn))).toEqual(['2'])
})

test('a failed refund waits no longer once its items were refunded otherwise', () => {
  const both = { lines: [...of('cup').lines, ...of('teapot').lines] }
  expect(waiting(refund('1', of('cup')), refund('2', { ...both, status: 'Done' }))).toEqual([])
})
