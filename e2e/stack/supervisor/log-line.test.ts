import { expect, test } from 'bun:test'
import { stripVTControlCharacters } from 'node:util'
import { readable } from './log-line.ts'

test('a log line of a service is made readable, any other is left as it is', () => {
  const line =
    '{"level":"info","time":"t","service":"orders","status":200,"path":"/a","msg":"request"}'
  expect(stripVTControlCharacters(readable(line))).toBe('info  request status=200 path=/a')
  expect(readable('{"s":"E","attr":1}')).toBe('{"s":"E","attr":1}')
  expect(readable('{ not JSON')).toBe('{ not JSON')
})
