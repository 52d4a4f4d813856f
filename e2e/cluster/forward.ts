import { StackFailure } from '../stack/failure.ts'
import { NAMESPACE } from './kubectl.ts'

const AGAIN_AFTER_MS = 500
const FORWARDING = /Forwarding from 127\.0\.0\.1:(\d+)/

/** Opens a port of this machine that leads to a Service's port, also after its pod was replaced. */
export function forward(service: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  void keep(service, port, resolve).finally(() =>
    reject(new StackFailure(`kubectl cannot forward a port to ${service}`)),
  )
  return promise
}

/** Tells the port once kubectl has chosen it; ends only if it never does. */
async function keep(service: string, port: number, tell: (local: number) => void): Promise<void> {
  let local = ''
  do {
    const child = start(service, `${local}:${port}`)
    // Read to its end: kubectl stops at a pipe that is full.
    for await (const chunk of child.stdout) {
      local ||= FORWARDING.exec(Buffer.from(chunk).toString())?.[1] ?? ''
      if (local !== '') tell(Number(local))
    }
    await child.exited
    await Bun.sleep(AGAIN_AFTER_MS)
  } while (local !== '')
}

function start(service: string, ports: string) {
  const where = ['-n', NAMESPACE, '--address=127.0.0.1', `service/${service}`]
  const child = Bun.spawn(['kubectl', 'port-forward', ...where, ports], {
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
  })
  process.once('exit', () => child.kill())
  return child
}
