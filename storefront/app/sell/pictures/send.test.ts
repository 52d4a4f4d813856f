import { expect, test } from 'bun:test'
import { outcomeOf } from './send.ts'

const refusal = (detail: string) => JSON.stringify({ type: '/problems/validation', detail })

function reasonOf(status: number, body = '') {
  const sent = outcomeOf(status, body)
  return sent.isStored ? null : sent.reason
}

test('201 means stored', () => {
  expect(outcomeOf(201, '{}')).toEqual({ isStored: true })
})

test('a refusal shows the reason of the service', () => {
  expect(reasonOf(400, refusal('The picture is damaged'))).toBe('The picture is damaged.')
  expect(reasonOf(413, refusal('The body is too large.'))).toBe('The body is too large.')
})

test('other failures suggest trying again', () => {
  for (const status of [429, 500, 503]) expect(reasonOf(status)).toContain('Try again in a moment')
  expect(reasonOf(401)).toContain('signed out')
  expect(reasonOf(404)).toContain('no longer exists')
})

test('only temporary failures can be retried', () => {
  const isWorth = (status: number) => {
    const sent = outcomeOf(status, '')
    return !sent.isStored && sent.isWorthRetrying
  }
  expect([401, 429, 500, 502, 503].every(isWorth)).toBe(true)
  expect([400, 404, 413, 415].some(isWorth)).toBe(false)
})

test('a response that cannot be parsed is a failure', () => {
  for (const body of ['', '<html>', 'null', '{"detail":7}'])
    expect(reasonOf(413, body)).toContain('Try again')
})
