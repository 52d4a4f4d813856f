import { describe, expect, test } from 'bun:test'
import * as v from 'valibot'
import { ApiError } from '../rules/api-error.ts'
import { boolean, group, integer, listOf, metadata, oneOf, parameters, text } from './fields.ts'
import { parse } from './parameters.ts'

const schema = parameters({
  amount: integer,
  mode: v.exactOptional(oneOf('now', 'later')),
  confirm: v.exactOptional(boolean),
  card: v.exactOptional(group({ number: text })),
  types: v.exactOptional(listOf(text)),
  metadata: v.exactOptional(metadata),
})

const LONG = 'x'.repeat(501)

const read = (body: string) => parse(schema, new URLSearchParams(body))

test('parses bracket keys into objects, lists and metadata', () => {
  const body =
    'amount=1000&confirm=true&card[number]=4242&types[]=a&types[]=b&expand[0]=x&metadata[orderId]=7'
  expect(read(body)).toEqual({
    amount: 1000,
    confirm: true,
    card: { number: '4242' },
    types: ['a', 'b'],
    expand: ['x'],
    metadata: { orderId: '7' },
  })
})

test('empty metadata removes all', () => {
  expect(read('amount=1&metadata=')).toEqual({ amount: 1, metadata: '' })
})

describe('an error names its parameter in Stripe’s words', () => {
  test.each([
    ['', 'parameter_missing', 'amount', 'Missing required param: amount.'],
    ['amount=1&foo=1', 'parameter_unknown', 'foo', 'Received unknown parameter: foo'],
    ['foo=1', 'parameter_unknown', 'foo', 'Received unknown parameter: foo'],
    ['amount=1&card[x]=1', 'parameter_unknown', 'card[x]', 'Received unknown parameter: card[x]'],
    ['amount=1.5', 'parameter_invalid_integer', 'amount', 'Invalid integer: 1.5'],
    ['amount=1e3', 'parameter_invalid_integer', 'amount', 'Invalid integer: 1e3'],
    ['amount[a]=1', 'parameter_invalid_integer', 'amount', 'Invalid integer'],
    ['amount=1&confirm=yes', undefined, 'confirm', 'Invalid boolean: yes'],
    ['amount=1&mode=x', undefined, 'mode', 'Invalid mode: must be one of now, later'],
    ['amount=1&card=x', undefined, 'card', 'Invalid object'],
    ['amount=1&types=x', undefined, 'types', 'Invalid array'],
    ['amount=1&card=x&card[number]=1', undefined, 'card[number]', 'Invalid object'],
    ['amount=1&card[number]=', 'parameter_invalid_empty', 'card[number]', /^You passed an empty/],
    [`amount=1&metadata[a]=${LONG}`, undefined, 'metadata[a]', /^Metadata values/],
  ])('%.40s', (body, code, param, message) => {
    let thrown: unknown
    try {
      read(body)
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(ApiError)
    const { details, status, message: said } = thrown as ApiError
    expect({ status, code: details.code, param: details.param }).toEqual({
      status: 400,
      code,
      param,
    })
    expect(said).toMatch(message)
  })
})

test('treats prototype keys as unknown parameters', () => {
  expect(() => read('amount=1&__proto__[polluted]=1&constructor[x]=1')).toThrow(
    'Received unknown parameter',
  )
  expect('polluted' in {}).toBe(false)
})
