import { appendFile, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { getDotPath, safeParse } from 'valibot'
import { ProblemResponse, routeOf } from '../contracts/index.ts'
import { stackPath } from './stack-file.ts'

interface ObservedResponse {
  status: number
  body: unknown
}

/** Throws unless the reply's status is documented for its route and its body is what the contract says. */
export async function checkResponse(
  method: string,
  path: string,
  reply: ObservedResponse,
): Promise<void> {
  const route = routeOf(method, path)
  const name = route === undefined ? `${method} ${path}` : `${method} ${route.path}`
  const schema = route === undefined ? ProblemResponse : route.replies[reply.status]
  if (schema === undefined) throw new Error(`${name} answered ${reply.status}: not in the contract`)
  const result = safeParse(schema, reply.body)
  if (!result.success) {
    const [issue] = result.issues
    throw new Error(`${name} ${reply.status}: ${getDotPath(issue) ?? 'body'}: ${issue.message}`)
  }
  if (route !== undefined) await appendFile(seenFile(), `${name} ${reply.status}\n`)
}

/** Every (route, status) pair that tests of this stack have seen. */
export async function seenResponses(): Promise<Set<string>> {
  return new Set((await readFile(seenFile(), 'utf8')).trim().split('\n'))
}

function seenFile(): string {
  return join(dirname(stackPath()), 'seen-replies')
}
