import { expect, test } from 'bun:test'
import { isLinkSecret, linkSecret } from './links.ts'

const target = { id: '65f000000000000000000001', address: 'ann@example.com' }
const secret = linkSecret('new key', 'reset', target)

test('a secret has 128 bits and is accepted for its purpose, document and address only', () => {
  expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
  expect(isLinkSecret(secret, ['new key'], 'reset', target)).toBe(true)
  expect(isLinkSecret(secret, ['new key'], 'verify', target)).toBe(false)
  const other = { ...target, id: '65f000000000000000000002' }
  expect(isLinkSecret(secret, ['new key'], 'reset', other)).toBe(false)
  const moved = { ...target, address: 'eve@example.com' }
  expect(isLinkSecret(secret, ['new key'], 'reset', moved)).toBe(false)
})

test('the case of an address does not matter', () => {
  const shouted = { ...target, address: 'Ann@Example.com' }
  expect(isLinkSecret(secret, ['new key'], 'reset', shouted)).toBe(true)
})

test('a link made with the previous key still works; one made with another key does not', () => {
  const older = linkSecret('old key', 'reset', target)
  expect(isLinkSecret(older, ['new key', 'old key'], 'reset', target)).toBe(true)
  expect(isLinkSecret(older, ['new key', undefined], 'reset', target)).toBe(false)
})

test.each(['', 'x', `${secret}x`, 'é'.repeat(11)])('%p is not a secret', (text) => {
  expect(isLinkSecret(text, ['new key'], 'reset', target)).toBe(false)
})
