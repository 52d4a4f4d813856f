import { MAX_BODY_BYTES } from '@shop/shared/contracts'

const MAX_FIELDS = 100
const URLENCODED = 'application/x-www-form-urlencoded'
const MULTIPART = 'multipart/form-data'

/** Parses a form within limits; throws a 400, 413 or 415 response. */
export async function readForm(request: Request, maxBytes = MAX_BODY_BYTES): Promise<FormData> {
  const type = request.headers.get('content-type') ?? ''
  const format = type.split(';', 1)[0]?.trim().toLowerCase()
  if (format !== URLENCODED && format !== MULTIPART) throw refusal(415)
  const body = await readBody(request, format === MULTIPART ? maxBytes : MAX_BODY_BYTES)
  if (fieldsIn(body, format === MULTIPART ? boundaryOf(type) : '&') > MAX_FIELDS) throw refusal(413)
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw refusal(400)
  }
}

const TEXTS = { 400: 'Bad Request', 413: 'Content Too Large', 415: 'Unsupported Media Type' }

function refusal(status: keyof typeof TEXTS): Response {
  return new Response(null, { status, statusText: TEXTS[status] })
}

async function readBody(request: Request, maxBytes: number) {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw refusal(413)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw refusal(413)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function boundaryOf(type: string): string {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1]
  if (boundary === undefined) throw refusal(400)
  return `--${boundary}`
}

/** An upper bound of the number of fields, found without parsing them. */
function fieldsIn(body: Buffer, separator: string): number {
  let count = 0
  let at = body.indexOf(separator)
  while (at !== -1 && count <= MAX_FIELDS) {
    count += 1
    at = body.indexOf(separator, at + separator.length)
  }
  return count
}
