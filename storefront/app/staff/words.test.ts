import { expect, test } from 'bun:test'
import { orderNumber, type MessageResponse } from '@shop/shared/contracts'
import { messageStatus, messageTitle } from './words.ts'

const ID = '6745f0c2a1b79d3e4f5a6b7c'
const message = (id: string, kind: string, more: Partial<MessageResponse> = {}) => ({
  id,
  kind,
  state: 'Sent' as const,
  tries: 1,
  queuedAt: '2026-11-23T14:42:00.000Z',
  isRepeatable: true,
  ...more,
})

test.each([
  [`receipt:${ID}`, 'receipt', `Receipt ${orderNumber(ID)}`],
  [`receipt:${ID}#2`, 'receipt', `Receipt ${orderNumber(ID)}, sent again`],
  [`refund:${ID}-1:done`, 'refund-made', `Refund made ${orderNumber(ID)}`],
  [`moderated:${ID}`, 'product-hidden', 'Product hidden'],
  [`verify:${ID}`, 'verify', 'Verify email'],
  [`blocked:${ID}:2026`, 'blocked', 'Account blocked'],
])('%s is shown as a person would say it', (id, kind, title) => {
  expect(messageTitle(message(id, kind))).toBe(title)
})

test('a message that waits says which try is next', () => {
  const waiting = message(`receipt:${ID}`, 'receipt', { state: 'Queued' })
  expect(messageStatus({ ...waiting, tries: 0 }).text).toBe('Queued')
  expect(messageStatus({ ...waiting, tries: 2 }).text).toBe('Queued, try 3')
})
