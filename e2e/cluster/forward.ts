import { StackFailure } from '../stack/system/failure.ts'
import { NAMESPACE } from './kubectl.ts'

const AGAIN_AFTER_MS = 500

/** Leads a port of this machine to the one pod of a StatefulSet, also after it was replaced. */
export function forward(local: number, set: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  void keep(`pod/${set}-0`, `${local}:${port}`, resolve).finally(() =>
    reject(new StackFailure(`kubectl cannot forward a port to ${set}`)),
  )
  return promise
}

/** Tells when it is open; ends only if it never was. */
async function keep(pod: string, ports: string, tell: () => void): Promise<void> {
  let wasOpen = false
  do {
    const forwarding = start('port-forward', '--address=127.0.0.1', pod, ports)
    // With its pod gone kubectl goes on taking connections, and leaves them without an answer.
    const watching = start('wait', '--for=delete', '--timeout=-1s', pod)
    void watching.exited.then(() => forwarding.kill())
    // Read to its end: kubectl stops at a pipe that is full. It prints nothing before the port is open.
    for await (const _ of forwarding.stdout) {
      wasOpen = true
      tell()
    }
    watching.kill()
    await Bun.sleep(AGAIN_AFTER_MS)
  } while (wasOpen)
}

const running = new Set<{ kill: () => void }>()
process.once('exit', () => running.forEach((child) => child.kill()))

function start(...command: string[]) {
  const child = Bun.spawn(['kubectl', '-n', NAMESPACE, ...command], {
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'ignore',
  })
  running.add(child)
  void child.exited.then(() => running.delete(child))
  return child
}
