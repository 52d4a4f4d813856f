import { expect, test } from 'bun:test'
import { reasonAgainst } from './files.ts'

const MEGABYTE = 1024 * 1024
const file = (size: number, type = 'image/jpeg') => new File([new Uint8Array(size)], 'a', { type })

test('what the service takes is taken', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    expect(reasonAgainst(file(5 * MEGABYTE, type), 1)).toBeNull()
})

test('other kinds of files are refused before they are sent', () => {
  for (const type of ['image/gif', 'image/heic', 'image/svg+xml', 'application/pdf', ''])
    expect(reasonAgainst(file(1, type), 8)).toBe('This is no JPEG, PNG or WebP picture.')
})

test('a large file is taken: it is made smaller before it is sent', () => {
  expect(reasonAgainst(file(7.2 * MEGABYTE), 8)).toBeNull()
})

test('a ninth picture is refused', () => {
  expect(reasonAgainst(file(1), 0)).toBe('A product has at most 8 pictures.')
})
