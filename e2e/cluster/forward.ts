import { StackFailure } from '../stack/failure.ts'
import { NAMESPACE } from './kubectl.ts'

const AGAIN_AFTER_MS = 500
const FORWARDING = /Forwarding from 127\.0\.0\.1:(\d+)/

/** Opens a port of this machine that leads to a Service's port, also after its pod was replaced. */
export async function forward(service: string, port: number): Promise<number> {
  const first = start(service, `:${port}`)
  const local = await portOf(first, service)
  void keep(first, service, `${local}:${port}`)
  return local
}

function start(service: string, ports: string) {
  const child = Bun.spawn(
    [
      'kubectl',
      '-n',
      NAMESPACE,
      'port-forward',
      '--address=127.0.0.1',
      `service/${service}`,
      ports,
    ],
    { stdin: 'ignore', stdout: 'pipe', stderr: 'ignore' },
  )
  process.once('exit', () => child.kill())
  return child
}

type Child = ReturnType<typeof start>

async function portOf(child: Child, service: string): Promise<number> {
  const decoder = new TextDecoder()
  let text = ''
  // Read to its end: a pipe that nobody reads stops kubectl.
  const reader = child.stdout.getReader()
  for (;;) {
    const { value, done } = await reader.read()
    if (done) throw new StackFailure(`kubectl cannot forward a port to ${service}`)
    text += decoder.decode(value, { stream: true })
    const port = Number(FORWARDING.exec(text)?.[1])
    if (port > 0) {
      reader.releaseLock()
      return port
    }
  }
}

async function keep(first: Child, service: string, ports: string): Promise<void> {
  for (let child = first; ; child = start(service, ports)) {
    await new Response(child.stdout).arrayBuffer()
    await child.exited
    await Bun.sleep(AGAIN_AFTER_MS)
  }
}
