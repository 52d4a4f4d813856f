import { StackFailure } from '../stack/failure.ts'
import { NAMESPACE } from './kubectl.ts'

const AGAIN_AFTER_MS = 500

/** Leads a port of this machine to a Service's, also after its pod was replaced. */
export function forward(local: number, service: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  void keep(local, service, port, resolve).finally(() =>
    reject(new StackFailure(`kubectl cannot forward a port to ${service}`)),
  )
  return promise
}

/** Tells when it is open; ends only if it never was. */
async function keep(local: number, service: string, port: number, tell: () => void): Promise<void> {
  let wasOpen = false
  do {
    const child = start(service, `${local}:${port}`)
    // Read to its end: kubectl stops at a pipe that is full. It prints nothing before the port is open.
    for await (const _ of child.stdout) {
      wasOpen = true
      tell()
    }
    await child.exited
    await Bun.sleep(AGAIN_AFTER_MS)
  } while (wasOpen)
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
