import { expect, test } from 'bun:test'
import { progressBar } from './progress.ts'

test('a bar is empty at first, full at the end and never longer', () => {
  expect(progressBar(0, 10)).toBe('░'.repeat(24))
  expect(progressBar(5, 10)).toBe('█'.repeat(12) + '░'.repeat(12))
  expect(progressBar(10, 10)).toBe('█'.repeat(24))
  expect(progressBar(11, 10)).toBe('█'.repeat(24))
  expect(progressBar(0, 0)).toBe('░'.repeat(24))
})
