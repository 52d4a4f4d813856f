export interface ParsedResponse {
  status: number
  /** Bytes of the response, head and body. */
  length: number
}

const HEAD_END = '\r\n\r\n'

/** Parses the HTTP/1.1 response at the start of the bytes; null while it is incomplete. */
export function parseResponse(bytes: Buffer): ParsedResponse | null {
  const headEnd = bytes.indexOf(HEAD_END)
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const bodyLength = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (!head.startsWith('HTTP/1.1 ') || bodyLength === undefined)
    throw new Error(`cannot measure a response without a length:\n${head}`)
  const length = headEnd + HEAD_END.length + Number(bodyLength)
  return bytes.length < length ? null : { status: Number(head.slice(9, 12)), length }
}
