import { readFileSync } from 'node:fs'

const [port = '', listFile = ''] = process.argv.slice(2)
const hello = { message: 'hello' }
const list: unknown = JSON.parse(readFileSync(listFile, 'utf8'))

// The fastest possible server: the control for all services.
Bun.serve({
  hostname: '127.0.0.1',
  port: Number(port),
  fetch: ({ url }) => Response.json(url.endsWith('/list') ? list : hello),
})
