import { expect, test } from 'bun:test'
import { parseResponse } from './parse-response.ts'

const whole = 'HTTP/1.1 201 Created\r\nContent-Length: 7\r\nx-y: z\r\n\r\n{"é":1}'
const bytes = Buffer.from(whole.replace('7', '8'))

test('a whole reply is its status and its length in bytes', () => {
  expect(parseResponse(bytes)).toEqual({ status: 201, length: bytes.length })
})

test('what follows belongs to the next reply', () => {
  expect(parseResponse(Buffer.concat([bytes, bytes]))?.length).toBe(bytes.length)
})

test('a reply that is not whole is waited for, wherever it is cut', () => {
  for (let cut = 0; cut < bytes.length; cut += 1)
    expect(parseResponse(bytes.subarray(0, cut))).toBeNull()
})

test('a reply without a length is refused', () => {
  const chunked = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
  expect(() => parseResponse(Buffer.from(chunked))).toThrow('without a length')
})
