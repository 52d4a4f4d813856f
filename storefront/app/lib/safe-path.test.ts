import { expect, test } from 'bun:test'
import { safePath } from './safe-path.ts'

test.each([
  '/',
  '/orders/65f0c0ffee65f0c0ffee65f0',
  '/?q=tea%20pot&sort=-price#results',
  '/checkout?instead=1',
])('%p is kept', (path) => {
  expect(safePath(path, '/home')).toBe(path)
})

test.each([
  null,
  '',
  'orders',
  '//evil.example',
  '///evil.example',
  String.raw`/\evil.example`,
  String.raw`\\evil.example`,
  '/\t/evil.example',
  '/\n/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/../..//evil.example',
  String.raw`/./\evil.example`,
  'https://evil.example/',
  'https:/evil.example',
  '//evil.example:99999999/',
  'javascript:alert(1)',
  'data:text/html,hello',
  ' //evil.example',
])('%p becomes the fallback', (path) => {
  expect(safePath(path, '/home')).toBe('/home')
})
