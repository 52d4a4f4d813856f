import { expect, test } from 'bun:test'
import { readBunOutput, readPlaywrightOutput, summarize } from './test-output.ts'

const GREEN =
  'x.test.ts:\n\n 12 pass\n 1 skip\n 0 fail\n 30 expect() calls\nRan 13 tests across 3 files. [1.00s]\n'
const RED =
  'a/b.test.ts:\n(pass) one [1ms]\n(fail) two > three [2.50ms]\n\nc.test.ts:\n(pass) four [1ms]\n\n1 tests failed:\n(fail) two > three [2.50ms]\n\n 2 pass\n 1 fail\n'

test('reads the counts of bun test', () => {
  expect(readBunOutput(GREEN)).toEqual({ counts: { pass: 12, skip: 1, fail: 0 }, failures: [] })
})

test('names the tests that bun test reports as failed, with their file', () => {
  expect(readBunOutput(RED).failures).toEqual(['a/b.test.ts: two > three'])
})

test('reads the counts and failures of Playwright', () => {
  const output =
    '  2 failed\n    a.e2e.ts:1:1 › one\n    b.e2e.ts:2:1 › two\n  1 skipped\n  11 passed\n'
  expect(readPlaywrightOutput(output)).toEqual({
    counts: { fail: 2, skip: 1, pass: 11 },
    failures: ['a.e2e.ts:1:1 › one', 'b.e2e.ts:2:1 › two'],
  })
})

test('adds several runs up and lists what failed', () => {
  expect(summarize([GREEN, RED].map(readBunOutput))).toBe(
    'tests: 14 passed, 1 failed, 1 skipped\n  failed: a/b.test.ts: two > three',
  )
})
