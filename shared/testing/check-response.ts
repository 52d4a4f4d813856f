import { appendFile, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { getDotPath, is, safeParse } from 'valibot'
import {
  ProblemResponse,
  problemsOf,
  responseSchema,
  routeOf,
  type ProblemCode,
} from '../contracts/index.ts'
import { stackPath } from './stack-file.ts'

interface ObservedResponse {
  status: number
  body: unknown
}

/** Throws unless the route documents the status and the problem, and the body matches its schema. */
export async function checkResponse(
  method: string,
  path: string,
  { status, body }: ObservedResponse,
): Promise<void> {
  const route = routeOf(method, path)
  const name = `${method} ${route?.path ?? path}`
  const schema = route === undefined ? ProblemResponse : responseSchema(route, status)
  if (schema === undefined) throw new Error(`${name} returned ${status}: not in the contract`)
  const result = safeParse(schema, body)
  if (!result.success) {
    const [issue] = result.issues
    throw new Error(`${name} ${status}: ${getDotPath(issue) ?? 'body'}: ${issue.message}`)
  }
  if (route === undefined) return
  if (schema === ProblemResponse && !problemsOf(route, status).includes(codeOf(body)))
    throw new Error(`${name} returned ${codeOf(body)}: not in the contract`)
  await appendFile(seenFile(), `${name} ${status}\n`)
}

function codeOf(body: unknown): ProblemCode {
  const type = is(ProblemResponse, body) ? body.type : ''
  return type.replace('/problems/', '') as ProblemCode
}

/** Every pair of route and status that the tests of this stack have seen. */
export async function seenResponses(): Promise<Set<string>> {
  return new Set((await readFile(seenFile(), 'utf8')).trim().split('\n'))
}

function seenFile(): string {
  return join(dirname(stackPath()), 'seen-responses')
}
