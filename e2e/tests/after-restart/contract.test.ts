import { expect, test } from 'bun:test'
import { ROUTES, statusesOf } from '@shop/shared/contracts'
import { seenResponses } from '@shop/shared/testing'

// All tests validate responses against the contract and record them; here every documented one must have occurred.
const documented = ROUTES.flatMap((route) =>
  statusesOf(route).map((status) => `${route.method} ${route.path} ${status}`),
)

const seen = await seenResponses()

test.each(documented)('%s occurs in a test', (pair) => {
  expect(seen).toContain(pair)
})
