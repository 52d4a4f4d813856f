import { expect, test } from 'bun:test'
import { stripVTControlCharacters } from 'node:util'
import { formatLogLine } from './log-line.ts'

test('formats a JSON log line and leaves any other line as it is', () => {
  const line =
    '{"level":"info","time":"t","service":"orders","status":200,"path":"/a","msg":"request"}'
  expect(stripVTControlCharacters(formatLogLine(line))).toBe('info  request status=200 path=/a')
  expect(formatLogLine('{"s":"E","attr":1}')).toBe('{"s":"E","attr":1}')
  expect(formatLogLine('{ not JSON')).toBe('{ not JSON')
})
