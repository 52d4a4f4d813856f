import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** How the server responds to a command or to the end of a mail; null: never. */
export type Answers = Partial<
  Record<'EHLO' | 'HELO' | 'MAIL' | 'RCPT' | 'DATA' | 'END', string | null>
>

const USUAL: Record<string, string> = {
  EHLO: '250 ready',
  MAIL: '250 sender accepted',
  RCPT: '250 recipient accepted',
  DATA: '354 go ahead',
  END: '250 stored',
  QUIT: '221 bye',
  RSET: '250 reset',
}

/** A small SMTP server that responds as told and keeps every mail that it was sent whole. */
export async function startSmtpServer(answers: Answers = {}) {
  const mails: string[] = []
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    serve(socket, answers, mails)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    /** Change it to respond in another way from now on. */
    answers,
    mails,
    connections: () => open.size,
    /** Sends a response that was held back. */
    say(text: string): void {
      for (const socket of open) socket.write(`${text}\r\n`)
    },
    stop(): void {
      for (const socket of open) socket.destroy()
      server.close()
    },
  }
}

function serve(socket: Socket, answers: Answers, mails: string[]): void {
  let mail: string[] | null = null
  const respond = (to: string) => {
    const text = to in answers ? answers[to as keyof Answers] : (USUAL[to] ?? '500 unknown')
    if (text != null) socket.write(`${text}\r\n`)
  }
  socket.write('220 test\r\n')
  createInterface({ input: socket }).on('line', (line) => {
    if (mail === null) {
      const command = line.slice(0, 4).toUpperCase()
      if (command === 'DATA' && !('DATA' in answers)) mail = []
      respond(command)
    } else if (line === '.') {
      mails.push(mail.join('\n'))
      mail = null
      respond('END')
    } else mail.push(line)
  })
}

/** A header of a mail. */
export function headerOf(mail: string | undefined, name: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, 'im').exec(mail ?? '')?.[1]
}
