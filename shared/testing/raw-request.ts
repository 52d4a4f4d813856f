import { connect, type Socket } from 'node:net'
import { connect as secure } from 'node:tls'

interface Client {
  /** The local address to connect from. */
  from?: string | undefined
  /** The certificate of the server's authority. */
  ca?: string | undefined
}

export interface RawRequest extends Client {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
}

interface RawResponse {
  status: number
  headers: Record<string, string>
  text: string
}

/** Sends a request target as is, which `fetch` would normalize, from a chosen address. */
export async function rawRequest(
  origin: string,
  target: string,
  { method = 'GET', headers = {}, body = '', from, ca }: RawRequest = {},
): Promise<RawResponse> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const all = {
    host: new URL(origin).host,
    connection: 'close',
    ...(bytes.length > 0 ? { 'content-length': String(bytes.length) } : {}),
    ...headers,
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  const socket = openSocket(origin, { from, ca })
  socket.write(`${method} ${target} HTTP/1.1\r\n${lines.join('')}\r\n`)
  if (bytes.length > 0) socket.write(bytes)
  return parse(await readAll(socket))
}

/** Opens a connection to an origin, from a chosen local address. */
export function openSocket(origin: string, { from, ca }: Client = {}): Socket {
  const { protocol, hostname, port } = new URL(origin)
  const host = hostname === 'localhost' ? '127.0.0.1' : hostname
  const where = { host, port: Number(port), ...(from === undefined ? {} : { localAddress: from }) }
  if (protocol === 'http:') return connect(where)
  return secure({ ...where, servername: hostname, ...(ca === undefined ? {} : { ca }) })
}

function readAll(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    // A server that refuses a body may reset the connection after its response.
    socket.on('error', (error) =>
      chunks.length > 0 ? resolve(Buffer.concat(chunks)) : reject(error),
    )
    socket.on('close', () => resolve(Buffer.concat(chunks)))
  })
}

function parse(response: Buffer): RawResponse {
  const text = response.toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.slice(0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  return {
    status: Number(first.split(' ')[1] ?? 0),
    headers: Object.fromEntries(headers),
    text: text.slice(end + 4),
  }
}
