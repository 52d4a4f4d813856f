import { expect, test } from 'bun:test'
import * as v from 'valibot'
import { ROUTES } from './routes.ts'

const named = ROUTES.map((route) => [`${route.method} ${route.path}`, route] as const)

test.each(named)('the examples of %s match its schemas', (_, route) => {
  const { example = {}, body, form, query, responses } = route
  const input = body ?? form
  if (input !== undefined) expect(v.safeParse(input, example.body).issues).toBeUndefined()
  if (query !== undefined) expect(v.safeParse(query, example.query).issues).toBeUndefined()
  for (const { schema, example: response } of Object.values(responses))
    expect(v.safeParse(schema, response).issues).toBeUndefined()
})
