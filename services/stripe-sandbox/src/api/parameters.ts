import * as v from 'valibot'
import { ApiError, invalidRequest } from '../rules/api-error.ts'

interface Tree {
  [key: string]: string | Tree
}

/** Turns form fields with bracket keys (`card[number]=…`, `expand[]=…`) into a tree. */
function toTree(fields: URLSearchParams): Tree {
  const root: Tree = Object.create(null)
  for (const [name, value] of fields) {
    const path = name.replaceAll(']', '').split('[')
    const last = path.pop() ?? ''
    let branch = root
    for (const key of path) branch = descend(branch, key, name)
    branch[last === '' ? String(Object.keys(branch).length) : last] = value
  }
  return root
}

function descend(branch: Tree, key: string, name: string): Tree {
  const next = (branch[key] ??= Object.create(null) as Tree)
  if (typeof next === 'string') throw invalidRequest('Invalid object', { param: name })
  return next
}

/** Parses parameters; throws the first error in Stripe's words. */
export function parse<S extends v.GenericSchema>(
  schema: S,
  fields: URLSearchParams,
): v.InferOutput<S> {
  const result = v.safeParse(schema, toTree(fields), { abortPipeEarly: true })
  if (result.success) return result.output
  throw errorFor(result.issues.find(isUnknownKey) ?? result.issues[0])
}

const isUnknownKey = (issue: v.BaseIssue<unknown>) =>
  issue.type === 'strict_object' && issue.expected === 'never'

/** The bracketed name of an issue's parameter. */
function nameOf(issue: v.BaseIssue<unknown>): string {
  const [first = '', ...rest] = (issue.path ?? []).map((item) => String(item.key))
  return first + rest.map((key) => `[${key}]`).join('')
}

function errorFor(issue: v.BaseIssue<unknown>): ApiError {
  const param = nameOf(issue)
  if (isUnknownKey(issue))
    return invalidRequest(`Received unknown parameter: ${param}`, {
      code: 'parameter_unknown',
      param,
    })
  if (issue.input === undefined)
    return invalidRequest(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  const [, code, coded] = /^([a-z_]+): (.*)$/s.exec(issue.message) ?? []
  const message = (coded ?? issue.message).replace('Invalid value', `Invalid ${param}`)
  return invalidRequest(message, code === undefined ? { param } : { code, param })
}
