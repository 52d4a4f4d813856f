import { beforeAll, expect, test } from 'bun:test'
import { openApiDocument } from '@shop/shared/openapi'
import addFormats from 'ajv-formats'
import Ajv from 'ajv/dist/2020'
import { callExample, createSubjects } from '../../api/example-call.ts'
import { operations, type Located } from '../../api/operations.ts'

const DOCUMENT = 'https://shop.example/openapi.json'
const ajv = new Ajv({ strict: false, allErrors: true })

beforeAll(() => {
  addFormats(ajv)
  ajv.addSchema(openApiDocument(), DOCUMENT)
})

/** Validates a value against a schema of the document. */
function errorsOf(pointer: string[], value: unknown) {
  const path = pointer.map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'))
  const fragment = path.map(encodeURIComponent).join('/')
  const validate = ajv.compile({ $ref: `${DOCUMENT}#/${fragment}` })
  return validate(value) ? [] : validate.errors
}

const bodies = operations().flatMap((located) => {
  const types = Object.keys(located.operation.requestBody?.content ?? { 'no body': {} })
  return types.map((type) => [`${located.method} ${located.path}`, type, located] as const)
})

test.each(bodies)('the example of %s with %s succeeds as documented', async (_, type, located) => {
  const response = await callExample(located, type, await createSubjects(located))
  const { status, headers } = response
  const text = await textOf(response)
  expect([text, status < 300]).toEqual([text, true])
  const documented = located.operation.responses[status]
  expect([status, documented !== undefined]).toEqual([status, true])
  const media = headers.get('content-type')?.split(';')[0]
  const expected = Object.keys(documented?.content ?? {})
  expect(media === undefined ? [] : [media]).toEqual(expected)
  if (media === undefined) return
  const place = placeOf(located, status, media)
  if (media === 'application/json')
    expect(errorsOf([...place, 'schema'], JSON.parse(text))).toEqual([])
  else if (media === 'text/event-stream')
    expect(errorsOf([...place, 'x-events', 'order'], dataOf(text))).toEqual([])
  else expect(errorsOf([...place, 'schema'], text)).toEqual([])
})

test('the example of every body and response matches its schema', () => {
  for (const located of operations()) {
    const { requestBody, responses } = located.operation
    const operation = ['paths', located.path, located.method.toLowerCase()]
    for (const [type, { example }] of Object.entries(requestBody?.content ?? {}))
      expect(errorsOf([...operation, 'requestBody', 'content', type, 'schema'], example)).toEqual(
        [],
      )
    for (const [status, { content = {} }] of Object.entries(responses))
      for (const [type, { example }] of Object.entries(content))
        expect(errorsOf([...placeOf(located, status, type), 'schema'], example)).toEqual([])
  }
})

function placeOf({ path, method }: Located, status: number | string, type: string): string[] {
  return ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type]
}

/** The body, or the first event of a stream. */
async function textOf(response: Response): Promise<string> {
  if (response.headers.get('content-type') !== 'text/event-stream') return response.text()
  const reader = response.body?.getReader()
  let text = ''
  while (!text.includes('\n\n')) text += new TextDecoder().decode((await reader?.read())?.value)
  await reader?.cancel()
  return text
}

function dataOf(stream: string): unknown {
  expect(stream).toMatch(/^event: order$/m)
  return JSON.parse(/^data: (.*)$/m.exec(stream)?.[1] ?? '')
}
