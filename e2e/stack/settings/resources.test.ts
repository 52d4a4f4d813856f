import { expect, test } from 'bun:test'
import { shortages } from './resources.ts'

test('too little disk or memory is reported', () => {
  expect(shortages({ diskGb: 2.5, memoryGb: 3 }, '/data')).toEqual([])
  const [disk, memory] = shortages({ diskGb: 0.5, memoryGb: 1.9 }, '/data')
  expect(disk).toContain('disk: 0.5 GB free, 2 GB needed')
  expect(memory).toContain('memory: 1.9 GB free')
})
