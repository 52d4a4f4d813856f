import { expect, test } from 'bun:test'
import { parseCall, startOf } from './order-times.ts'

const line = (fields: object) =>
  JSON.stringify({ time: '2026-01-02T03:04:05.678Z', service: 'orders', ...fields })
const causes = new Set(['known'])

test('reads traced calls and requests of known causes', () => {
  const call = { msg: 'call', kind: 'mongo', call: 'insert orders', ms: 3, correlationId: 'known' }
  const [parsed] = parseCall(line(call), causes)
  expect(parsed).toMatchObject({ service: 'orders', kind: 'mongo', call: 'insert orders', ms: 3 })
  expect(parsed && startOf(parsed)).toBe(Date.parse('2026-01-02T03:04:05.675Z'))
  const request = { msg: 'request', method: 'POST', path: '/api/orders', correlationId: 'known' }
  expect(parseCall(line(request), causes)).toMatchObject([{ call: 'POST /api/orders' }])
})

test('leaves out other lines', () => {
  expect(parseCall(line({ msg: 'call', correlationId: 'other' }), causes)).toEqual([])
  expect(parseCall(line({ msg: 'ready', correlationId: 'known' }), causes)).toEqual([])
  expect(parseCall('not JSON', causes)).toEqual([])
})
