import { operations } from './operations.ts'

/** The JSON body of an operation's example request. */
export function exampleBody(id: string): object {
  const found = operations().find(({ operation }) => operation.operationId === id)
  const example = found?.operation.requestBody?.content['application/json']?.example
  return typeof example === 'object' ? example : {}
}
