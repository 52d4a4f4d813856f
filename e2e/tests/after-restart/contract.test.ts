import { expect, test } from 'bun:test'
import { ROUTES, statusesOf } from '@shop/shared/contracts'
import { seenResponses } from '@shop/shared/testing'

// The tests check each response against its route's contract as they go; what they never saw shows here.
const documented = ROUTES.flatMap((route) =>
  statusesOf(route).map((status) => `${route.method} ${route.path} ${status}`),
)

const seen = await seenResponses()

test.each(documented)('%s is returned in a test', (pair) => {
  expect(seen).toContain(pair)
})
