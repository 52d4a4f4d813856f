import { EXAMPLE_IDS } from '@shop/shared/contracts'
import { EXAMPLE_EMAIL, examplePath, operations, type Located } from './operations.ts'

interface Pair {
  key: string
  value: string
}

/** A request of a Postman collection. */
export interface Request {
  method: string
  header: Pair[]
  url: { raw: string; host: string[]; path: string[]; query?: Pair[] }
  body?: object
  description?: string
}

/** A folder of a Postman collection. */
export interface Folder {
  name: string
  description: string
  item: { name: string; request: Request; event?: object[]; response: object[] }[]
}

const JSON_TYPE = { key: 'Content-Type', value: 'application/json' }

const VARIABLES: Record<string, string> = {
  [EXAMPLE_IDS.product]: '{{productId}}',
  [EXAMPLE_IDS.order]: '{{orderId}}',
  [EXAMPLE_IDS.picture]: '{{pictureName}}',
  [EXAMPLE_EMAIL]: '{{email}}',
}

const withVariables = (text: string) =>
  Object.entries(VARIABLES).reduce(
    (whole, [example, variable]) => whole.replaceAll(example, variable),
    text,
  )

/** A request with a JSON body or none. */
export function json(method: string, path: string, body?: unknown): Request {
  return {
    method,
    header: body === undefined ? [] : [JSON_TYPE],
    url: urlOf(path),
    ...(body !== undefined && {
      body: {
        mode: 'raw',
        raw: withVariables(JSON.stringify(body, null, 2)),
        options: { raw: { language: 'json' } },
      },
    }),
  }
}

function urlOf(path: string): Request['url'] {
  const [plain = '', query] = path.split('?')
  return {
    raw: `{{baseUrl}}${path}`,
    host: ['{{baseUrl}}'],
    path: plain.slice(1).split('/'),
    ...(query !== undefined && {
      query: [...new URLSearchParams(query)].map(([key, value]) => ({ key, value })),
    }),
  }
}

/** The requests of one service, each with its examples from the API's document. */
export function folderOf({ name, description }: { name: string; description: string }): Folder {
  const own = operations().filter(({ operation }) => operation.tags.includes(name))
  return { name, description, item: own.map(itemOf) }
}

function itemOf(located: Located): Folder['item'][number] {
  const { summary, description } = located.operation
  const request = { ...requestOf(located), description }
  return { name: summary, request, response: responsesOf(located) }
}

function requestOf(located: Located): Request {
  const content = located.operation.requestBody?.content ?? {}
  const path = withVariables(examplePath(located))
  const asJson = json(located.method, path, content['application/json']?.example)
  const form = content['multipart/form-data']?.example
  if (form === undefined || content['application/json'] !== undefined) return asJson
  const formdata = Object.entries(form).map(([key, value]) =>
    key === 'image' ? { key, type: 'file', src: [] } : { key, type: 'text', value: String(value) },
  )
  return { ...asJson, body: { mode: 'formdata', formdata } }
}

function responsesOf({ operation }: Located): object[] {
  return Object.entries(operation.responses).flatMap(([status, { description, content = {} }]) =>
    Object.entries(content).map(([type, { example }]) => ({
      name: `${status} ${description}`,
      code: Number(status),
      header: [{ key: 'Content-Type', value: type }],
      body: typeof example === 'string' ? example : JSON.stringify(example, null, 2),
    })),
  )
}
