import { expect, test } from 'bun:test'
import { formatLcov, mergeLcov, parseLcov } from './lcov.ts'

const ROOT = '/shop'
const record = (path: string, hit: number, lines: string) =>
  `TN:\nSF:${path}\nFNF:2\nFNH:${hit}\n${lines}\nend_of_record\n`

test('runs of different folders add up by file', () => {
  const one = parseLcov(record('shared/a.ts', 1, 'DA:1,1\nDA:2,0'), ROOT, ROOT)
  const other = parseLcov(record('../shared/a.ts', 2, 'DA:2,3\nDA:4,0'), '/shop/storefront', ROOT)
  const merged = mergeLcov([one, other])
  expect([...merged.keys()]).toEqual(['shared/a.ts'])
  expect(formatLcov(merged)).toBe(
    'TN:\nSF:shared/a.ts\nFNF:2\nFNH:2\nDA:1,1\nDA:2,3\nDA:4,0\nLF:3\nLH:2\nend_of_record\n',
  )
})
