import { looseObject } from 'valibot'
import {
  EXAMPLE_IDS,
  EXAMPLE_REFUND,
  EXAMPLE_RETURN,
  type RouteContract,
} from '../contracts/index.ts'
import { parametersOf, schemaOf, type Json } from './schemas.ts'

const FILE = {
  type: 'string',
  format: 'binary',
  contentMediaType: 'application/octet-stream',
  description: 'A JPEG, PNG, or WebP file of at most 5 MiB.',
}

/** The id that stands for `:id` in the examples of a route. */
function exampleIdOf({ service }: Pick<RouteContract, 'service'>): string {
  return service === 'orders' ? EXAMPLE_IDS.order : EXAMPLE_IDS.product
}

/** Parameters of the path, the query and the headers. */
export function parametersIn(route: RouteContract): Json[] {
  const { path, query, headers = {}, example } = route
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => pathParameter(route, name))
  const inQuery = Object.entries(query === undefined ? {} : parametersOf(query)).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: 'query',
      description,
      schema,
      ...(example?.query?.[name] !== undefined && { example: example.query[name] }),
    }),
  )
  const inHeaders = Object.entries(headers).map(([name, description]) => ({
    name,
    in: 'header',
    description,
    schema: { type: 'string' },
  }))
  return [...inPath, ...inQuery, ...inHeaders]
}

function pathParameter(route: RouteContract, name: string): Json {
  const {
    description,
    isId = false,
    example,
  } = PARAMETERS[name] ?? {
    description: `The ${route.service === 'orders' ? 'order' : 'product'}’s id.`,
    isId: true,
    example: exampleIdOf(route),
  }
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string', ...(isId && { pattern: '^[0-9A-Fa-f]{24}$' }) },
    example,
  }
}

/** Parameters of paths besides the `:id`. */
const PARAMETERS: Record<string, { description: string; isId?: boolean; example: string }> = {
  name: {
    description: 'The picture’s name: the last part of its `url` without the width.',
    example: EXAMPLE_IDS.picture,
  },
  userId: { description: 'The user’s id.', isId: true, example: EXAMPLE_IDS.user },
  letterId: { description: 'The dead letter’s id.', isId: true, example: EXAMPLE_IDS.letter },
  key: { description: 'The message’s id.', example: `receipt:${EXAMPLE_IDS.order}` },
  sellerId: { description: 'The seller’s id.', isId: true, example: EXAMPLE_IDS.seller },
  returnId: { description: 'The return’s id.', example: EXAMPLE_RETURN },
  refundId: { description: 'The refund’s id.', example: EXAMPLE_REFUND },
}

/** The body of a request: JSON, a multipart form, or either. */
export function bodyOf({ body, form, takesPicture, example }: RouteContract): Json | undefined {
  if (example?.body === undefined) return undefined
  const json = schemaOf(body ?? form ?? looseObject({}))
  const content: Json = {}
  if (form === undefined) content['application/json'] = { schema: json, example: example.body }
  if (form !== undefined || takesPicture === true)
    content['multipart/form-data'] = formOf(json, example.body, form !== undefined)
  return { required: true, content }
}

function formOf(fields: Json, example: object, needsPicture: boolean): Json {
  const properties = { ...(fields['properties'] as Json), image: FILE }
  const required = [...((fields['required'] as string[] | undefined) ?? [])]
  if (needsPicture) required.push('image')
  return {
    schema: { ...fields, properties, required },
    encoding: { image: { contentType: 'image/png, image/jpeg, image/webp' } },
    example: { ...example, image: 'teapot.webp' },
  }
}
