import { expect, test } from 'bun:test'
import { isRepeatable, nextCopyKey, originalKey } from './copy.ts'

test('copies are numbered, also beyond nine', () => {
  expect(nextCopyKey(['receipt:1'])).toBe('receipt:1#1')
  expect(nextCopyKey(['receipt:1#2', 'receipt:1', 'receipt:1#10'])).toBe('receipt:1#11')
  expect(originalKey('receipt:1#11')).toBe('receipt:1')
})

test('what expires and what was never to be sent cannot be sent again', () => {
  for (const state of ['Sent', 'Failed', 'Queued'] as const) {
    expect(isRepeatable({ kind: 'receipt', state })).toBe(true)
    for (const kind of ['reset', 'verify'] as const)
      expect(isRepeatable({ kind, state })).toBe(false)
  }
  expect(isRepeatable({ kind: 'receipt', state: 'Dropped' })).toBe(false)
})
