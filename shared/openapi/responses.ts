import {
  problemsOf,
  statusOf,
  statusesOf,
  titleOf,
  type ProblemCode,
  type RouteContract,
} from '../contracts/index.ts'
import { problemType, schemaOf, type Json } from './schemas.ts'

const SUCCESS: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'No content',
  304: 'Not modified',
}

const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds until the next try.', schema: { type: 'integer' } },
}

/** Every documented response of a route, by status. */
export function responsesOf(route: RouteContract): Json {
  return Object.fromEntries(
    statusesOf(route).map((status) => [status, successOf(route, status) ?? refusal(route, status)]),
  )
}

function successOf({ responses, events }: RouteContract, status: number): Json | undefined {
  const response = responses[status]
  if (response === undefined) return undefined
  const description = SUCCESS[status] ?? String(status)
  const { schema, example, contentType = 'application/json' } = response
  if (example === '') return { description }
  if (events === undefined)
    return { description, content: { [contentType]: { schema: schemaOf(schema), example } } }
  const data = Object.entries(events).map(([name, event]) => [name, schemaOf(event)])
  const stream = { schema: schemaOf(schema), example, 'x-events': Object.fromEntries(data) }
  return { description, content: { 'text/event-stream': stream } }
}

function refusal(route: RouteContract, status: number): Json {
  const codes = problemsOf(route, status)
  const type = { enum: codes.map(problemType) }
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { type } }],
  }
  return {
    description: codes.map((code) => `${titleOf(code)} (\`${code}\`)`).join(', or '),
    ...(status === 429 && { headers: RETRY_AFTER }),
    content: { 'application/problem+json': { schema, example: exampleOf(codes[0]) } },
  }
}

function exampleOf(code: ProblemCode = 'internal'): Json {
  const title = titleOf(code)
  return {
    type: problemType(code),
    title,
    status: statusOf(code),
    detail: title,
    requestId: '2f1c9a7e5d3b4860a1b2c3d4e5f60718',
    errors: [{ message: title }],
  }
}
