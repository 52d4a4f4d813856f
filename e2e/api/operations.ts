import type { RouteContract } from '@shop/shared/contracts'
import { openApiDocument } from '@shop/shared/openapi'

/** The user of the examples: an account of this address may exist already. */
export const EXAMPLE_EMAIL = 'ann@example.com'

/** A part of the document that holds an example. */
interface MediaType {
  example: object | string
  schema: object
}

/** What tests and the collection read of an operation. */
interface Operation {
  operationId: string
  tags: string[]
  summary: string
  description: string
  'x-access': RouteContract['who']
  parameters?: { name: string; in: string; example?: string; description: string }[]
  requestBody?: { content: Record<string, MediaType> }
  responses: Record<string, { description: string; content?: Record<string, MediaType> }>
}

/** An operation, and where it is in the document. */
export interface Located {
  method: string
  path: string
  operation: Operation
}

/** Every operation of the API's document. */
export function operations(): Located[] {
  return Object.entries(openApiDocument().paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      operation: operation as Operation,
    })),
  )
}

/** The path of an operation's example request, with its query. */
export function examplePath({ path, operation: { parameters = [] } }: Located): string {
  const inPath = parameters.filter(({ in: place }) => place === 'path')
  const query = parameters.flatMap(({ in: place, name, example }) =>
    place === 'query' && example !== undefined ? [[name, example]] : [],
  )
  const plain = inPath.reduce(
    (text, { name, example = '' }) => text.replace(`{${name}}`, example),
    path,
  )
  return query.length === 0 ? plain : `${plain}?${new URLSearchParams(query).toString()}`
}
