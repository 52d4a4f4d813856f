import { expect, test } from 'bun:test'
import { ROUTES } from '@shop/shared/contracts'
import { seenResponses } from '@shop/shared/testing'

// The tests check each reply against its route's contract as they go; what they never saw shows here.
const documented = ROUTES.flatMap(({ method, path, replies }) =>
  Object.keys(replies).map((status) => `${method} ${path} ${status}`),
)

const seen = await seenResponses()

test.each(documented)('%s was answered in a test', (pair) => {
  expect(seen).toContain(pair)
})
