import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'

const ANSWERS: Record<string, string> = { RCPT: '550 unknown recipient', QUIT: '221 bye' }

/** A mail server that knows nobody. */
export async function startRejectingServer() {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('220 ready\r\n')
    createInterface({ input: socket }).on('line', (line) => {
      socket.write(`${ANSWERS[line.slice(0, 4).toUpperCase()] ?? '250 accepted'}\r\n`)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() }
}
