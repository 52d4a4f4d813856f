import { expect, test } from 'bun:test'
import { parseResponse } from './parse-response.ts'

const whole = 'HTTP/1.1 201 Created\r\nContent-Length: 7\r\nx-y: z\r\n\r\n{"é":1}'
const bytes = Buffer.from(whole.replace('7', '8'))

test('parses the status and length of a complete response', () => {
  expect(parseResponse(bytes)).toEqual({ status: 201, length: bytes.length })
})

test('leaves the bytes of the next response', () => {
  expect(parseResponse(Buffer.concat([bytes, bytes]))?.length).toBe(bytes.length)
})

test('waits for an incomplete response, wherever it is cut', () => {
  for (let cut = 0; cut < bytes.length; cut += 1)
    expect(parseResponse(bytes.subarray(0, cut))).toBeNull()
})

test('rejects a response without a length', () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
  expect(() => parseResponse(Buffer.from(chunked))).toThrow('without a length')
})
