import { expect, test } from 'bun:test'
import { reasonAgainst } from './files.ts'

const MEGABYTE = 1024 * 1024
const file = (size: number, type = 'image/jpeg') => new File([new Uint8Array(size)], 'a', { type })

test('JPEG, PNG and WebP are accepted', () => {
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    expect(reasonAgainst(file(5 * MEGABYTE, type), 1)).toBeNull()
})

test('other file types are refused before they are sent', () => {
  for (const type of ['image/gif', 'image/heic', 'image/svg+xml', 'application/pdf', ''])
    expect(reasonAgainst(file(1, type), 8)).toBe('This isn’t a JPEG, PNG, or WebP picture.')
})

test('a large file is accepted, to be resized', () => {
  expect(reasonAgainst(file(7.2 * MEGABYTE), 8)).toBeNull()
})

test('a ninth picture is refused', () => {
  expect(reasonAgainst(file(1), 0)).toBe('A product can have at most 8 pictures.')
})
