import { expect, test } from 'bun:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { PROBLEM_CODES, ROUTES } from '@shop/shared/contracts'
import { openApiDocument } from '@shop/shared/openapi'
import { operations } from '../../api/operations.ts'
import { callShop } from '../../fixtures/visitor.ts'

test('GET /api/openapi.json returns the document of the route table', async () => {
  const { status, body, headers } = await callShop('/api/openapi.json')
  expect([status, headers.get('content-type')]).toEqual([200, 'application/json'])
  expect(body).toEqual(JSON.parse(JSON.stringify(openApiDocument())))
})

test('the document is valid OpenAPI 3.1', async () => {
  const validator = new Validator()
  const { valid, errors } = await validator.validate({ ...openApiDocument() })
  expect(errors).toBeUndefined()
  expect([valid, validator.version]).toEqual([true, '3.1'])
})

test('the document has every route with a unique operation id', () => {
  const named = operations().map(({ method, path }) => `${method} ${path}`)
  const routes = ROUTES.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
  expect(named.toSorted()).toEqual(routes.toSorted())
  const ids = operations().map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
})

test('every request and response has an example', () => {
  for (const { operation } of operations()) {
    const { requestBody, responses } = operation
    const contents = [requestBody?.content, ...Object.values(responses).map((one) => one.content)]
    for (const media of contents.flatMap((content) => Object.values(content ?? {})))
      expect([operation.summary, media]).toEqual([
        operation.summary,
        expect.objectContaining({ example: expect.anything() }),
      ])
  }
})

test('the document names every problem code', () => {
  const { Problem } = openApiDocument().components.schemas
  expect(Problem).toMatchObject({
    properties: { type: { enum: PROBLEM_CODES.map((code) => `/problems/${code}`) } },
  })
})
