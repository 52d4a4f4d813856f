import { expect, test } from 'bun:test'
import { stripVTControlCharacters } from 'node:util'
import { browserCountsIn, countsIn, summarize } from '../cli/test-run.ts'
import { matters } from '../cli/watch.ts'
import { missingHosts } from './front-door/hosts.ts'
import { DEFAULT_PORTS, parsePorts } from './settings/ports.ts'
import { shortages } from './settings/resources.ts'
import { readable } from './supervisor/log-line.ts'

test('all usual ports are below the range of client ports', () => {
  expect(Math.max(...Object.values(DEFAULT_PORTS))).toBeLessThan(32_768)
})

test('single ports can be chosen by name', () => {
  expect(parsePorts('https=9443, mongo=27200')).toEqual({ https: 9443, mongo: 27_200 })
})

test.each(['htps=1', 'https=x', 'https=70000', 'https'])('STACK_PORTS=%s is refused', (text) => {
  expect(() => parsePorts(text)).toThrow('is not understood')
})

test('hosts are missing unless they lead to this machine', () => {
  const own = '127.0.0.1 localhost\n127.0.0.1 ecommerce.local minio.local # shop\n'
  expect(missingHosts(own)).toEqual(['minio-api.local'])
  expect(missingHosts('10.0.0.9 ecommerce.local\n#127.0.0.1 minio.local')).toHaveLength(3)
})

test('too little disk or memory is told with the fix', () => {
  expect(shortages({ diskGb: 2.5, memoryGb: 3 }, '/data')).toEqual([])
  const [disk, memory] = shortages({ diskGb: 0.5, memoryGb: 1.9 }, '/data')
  expect(disk).toContain('disk: 0.5 GB free, 2 GB needed')
  expect(memory).toContain('memory: 1.9 GB free')
})

test('sources matter to a running program, tests and builds do not', () => {
  expect(matters('routes/place-order.ts')).toBe(true)
  expect(matters('routes/place-order.test.ts')).toBe(false)
  expect(matters('build/main.js')).toBe(false)
  expect(matters('testing/people.ts')).toBe(false)
  expect(matters('main.ts~')).toBe(false)
})

test("bun test's counts of several runs are added up", () => {
  const output =
    'x.test.ts:\n\n 12 pass\n 1 skip\n 0 fail\n 30 expect() calls\nRan 13 tests across 3 files. [1.00s]\n'
  expect(countsIn(output)).toEqual({ pass: 12, skip: 1, fail: 0, files: 3 })
  const runs = [output, ' 2 pass\n 1 fail\nRan 3 tests across 1 file. [2ms]\n']
  expect(summarize(runs.map((text) => ({ code: 0, counts: countsIn(text) })))).toBe(
    'tests: 14 passed, 1 failed, 1 skipped',
  )
})

test("a service's log line is made readable, any other is left as it is", () => {
  const line =
    '{"level":"info","time":"t","service":"orders","status":200,"path":"/a","msg":"request"}'
  expect(stripVTControlCharacters(readable(line))).toBe('info  request status=200 path=/a')
  expect(readable('{"s":"E","attr":1}')).toBe('{"s":"E","attr":1}')
  expect(readable('{ not JSON')).toBe('{ not JSON')
})

test("the counts are read from Playwright's last lines", () => {
  const output = '  2 failed\n    tests/a.e2e.ts:1:1 › one\n  1 skipped\n  11 passed (1.7m)\n'
  expect(browserCountsIn(output)).toEqual({ fail: 2, skip: 1, pass: 11 })
})
