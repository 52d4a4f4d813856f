import { StackFailure } from '../stack/system/failure.ts'
import { NAMESPACE } from './kubectl.ts'

const AGAIN_AFTER_MS = 500

/** Forwards a local port to a pod of a StatefulSet, also after the pod is replaced. */
export function forward(local: number, pod: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  void keep(`pod/${pod}`, `${local}:${port}`, resolve).finally(() =>
    reject(new StackFailure(`kubectl cannot forward a port to ${pod}`)),
  )
  return promise
}

/** Resolves when the port is open; rejects when it never was. */
async function keep(pod: string, ports: string, onOpen: () => void): Promise<void> {
  let wasOpen = false
  do {
    const forwarding = start('port-forward', '--address=127.0.0.1', pod, ports)
    // After its pod is gone, kubectl still accepts connections and never responds.
    const watching = start('wait', '--for=delete', '--timeout=-1s', pod)
    void watching.exited.then(() => forwarding.kill())
    // Read completely: kubectl blocks on a full pipe. It prints nothing before the port is open.
    for await (const _ of forwarding.stdout) {
      wasOpen = true
      onOpen()
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
