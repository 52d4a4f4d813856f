import type { RequestsJob } from './job.ts'
import { parseResponse } from './parse-response.ts'

/** Sends a request `count` times over keep-alive connections; rejects at the first unexpected response. */
export async function sendRequests(job: RequestsJob): Promise<void> {
  const bytes = Buffer.from(textOf(job))
  const work = { left: job.count }
  await Promise.all(Array.from({ length: job.atOnce }, () => connection(job, bytes, work)))
}

/** One connection: each request waits for the previous response. */
async function connection(job: RequestsJob, bytes: Buffer, work: { left: number }): Promise<void> {
  const { hostname, port } = new URL(job.url)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let received: Buffer = Buffer.alloc(0)
  const next = (socket: Bun.Socket) => {
    if (work.left === 0) {
      resolve()
      socket.end()
      return
    }
    work.left -= 1
    if (socket.write(bytes) < bytes.length) reject(new Error('the request was only partly sent'))
  }
  await Bun.connect({
    hostname,
    port: Number(port),
    socket: {
      open: next,
      data(socket, chunk) {
        try {
          received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
          const response = parseResponse(received)
          if (response === null) return
          if (response.status !== job.expected)
            throw new Error(`${job.method} ${job.url} returned ${received.toString()}`)
          received = received.subarray(response.length)
          next(socket)
        } catch (error) {
          reject(error)
          socket.end()
        }
      },
      close: () => reject(new Error(`${job.url} closed the connection`)),
      error: (_, error) => reject(error),
    },
  })
  await promise
}

function textOf({ url, method, cookie, json }: RequestsJob): string {
  const { host, pathname, search } = new URL(url)
  const body = json === undefined ? '' : JSON.stringify(json)
  return [
    `${method} ${pathname}${search} HTTP/1.1`,
    `host: ${host}`,
    'accept: application/json',
    `cookie: ${cookie}`,
    ...(json === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
    '',
    body,
  ].join('\r\n')
}
