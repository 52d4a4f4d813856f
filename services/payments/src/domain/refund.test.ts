import { expect, test } from 'bun:test'
import fc from 'fast-check'
import {
  foreignRefund,
  foreignRefunds,
  isUnmade,
  leftFor,
  newsOf,
  refundKey,
  refundable,
  type Refund,
} from './refund.ts'

const item = (productId: string, quantity: number) => ({
  productId,
  title: productId,
  price: 10,
  quantity,
  sellerId: 'seller',
})

test('the remaining refundable amount is what no refund has returned', () => {
  const refund: Refund = {
    id: 'r',
    amount: 1000,
    items: [item('a', 1)],
    restock: true,
    state: 'done',
  }
  const payment = { total: 4000, items: [item('a', 3), item('b', 1)], refunds: [refund] }
  expect(refundable(payment)).toEqual({ amount: 3000, items: [item('a', 2), item('b', 1)] })
  const all = { ...refund, amount: 4000, items: payment.items }
  expect(refundable({ ...payment, refunds: [all] })).toEqual({ amount: 0, items: [] })
})

test('refunds and the remaining refundable amount add up to the payment', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { maxLength: 5 }), (amounts) => {
      const refunds = amounts.map((amount, i): Refund => {
        return { id: String(i), amount, items: [], restock: false, state: 'done' }
      })
      const { amount } = refundable({ total: 5000, items: [], refunds })
      expect(amount + amounts.reduce((sum, given) => sum + given, 0)).toBe(5000)
    }),
  )
})

const asked: Refund = {
  id: 'order-0',
  amount: 1000,
  items: [],
  restock: false,
  state: 'asked',
  requested: true,
}
const made = (status: string, amount = 1000, refundId: string | undefined = 'order-0') => {
  return { id: `re_${status}`, amount, status, refundId }
}

test('failed and reversed refunds leave their amount refundable', () => {
  const failed: Refund = { ...asked, state: 'failed' }
  const reversed: Refund = { ...asked, id: 'order-1', state: 'done', reversed: true }
  expect(refundable({ total: 4000, items: [], refunds: [failed, reversed] }).amount).toBe(4000)
})

test.each([
  ['a success', asked, [made('succeeded', 700)], { kind: 'done', amount: 700 }],
  ['nothing', asked, [], null],
  ['a pending one', asked, [made('pending')], null],
  ['the first failure', asked, [made('failed')], { kind: 'failed' }],
  ['the first cancellation', asked, [made('canceled')], { kind: 'failed' }],
  ['the refund of another', asked, [made('succeeded', 1000, 'order-9')], null],
  [
    'a failure of a refund that must be made',
    { ...asked, requested: false },
    [made('failed')],
    null,
  ],
  [
    'a success after it failed',
    { ...asked, state: 'failed' },
    [made('succeeded')],
    { kind: 'done', amount: 1000 },
  ],
  [
    'a failure after it was done',
    { ...asked, state: 'done' },
    [made('failed')],
    { kind: 'reversed' },
  ],
  [
    'one failure beside a success',
    { ...asked, state: 'done' },
    [made('failed'), made('succeeded')],
    null,
  ],
  ['a failure that is known', { ...asked, state: 'done', reversed: true }, [made('failed')], null],
] as const)('Stripe’s list of refunds: %s', (_, refund, list, news) => {
  expect(newsOf(refund as Refund, [...list])).toEqual(news as never)
})

test('every try that ended without a refund has another idempotency key', () => {
  expect(refundKey(asked, [])).toBe('refund:order-0:1000:0')
  expect(refundKey({ ...asked, tries: 2 }, [made('failed')])).toBe('refund:order-0:1000:3')
  expect(isUnmade(asked, [made('failed'), made('canceled')])).toBe(true)
  expect(isUnmade(asked, [made('failed'), made('pending')])).toBe(false)
})

test('what other refunds leave to one at Stripe is known once none of them is pending', () => {
  const [one, lost] = [made('succeeded', 300, 'a'), made('failed', 900, 'c')]
  expect(leftFor(asked, 2000, [made('failed'), one, lost])).toBe(1700)
  expect(leftFor(asked, 200, [one, lost])).toBe(0)
  expect(leftFor(asked, 2000, [one, made('pending', 200, 'b')])).toBeNull()
})

test('foreign refunds are those that succeeded and that the payment does not know', () => {
  const dashboard = { id: 're_x', amount: 5, status: 'succeeded', refundId: undefined }
  const foreign: Refund = { id: 're_x', amount: 5, items: [], restock: false, state: 'done' }
  const list = [dashboard, { ...dashboard, id: 're_y', status: 'pending' }, made('succeeded')]
  expect(foreignRefunds([asked], list).map(foreignRefund)).toEqual([foreign])
  expect(foreignRefunds([asked, foreign], list)).toEqual([])
})
