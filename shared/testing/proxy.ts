import { connect, createServer, type Socket } from 'node:net'
import { Transform } from 'node:stream'

type Way = 'requests' | 'responses'

/** A TCP proxy that simulates network faults; `mend` ends them all. */
export async function startProxy(target: string) {
  const url = new URL(target)
  const { hostname, port } = url
  let leadsTo = Number(port)
  const open = new Set<Socket>()
  let isCut = false
  let delayMs = 0
  let held: Way[] = []
  let release = Promise.withResolvers<void>()

  async function pass(way: Way): Promise<void> {
    if (delayMs > 0) await Bun.sleep(delayMs)
    while (held.includes(way)) await release.promise
  }

  const gate = (way: Way) =>
    new Transform({
      async transform(chunk, _encoding, done) {
        await pass(way)
        done(null, chunk)
      },
    })

  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(leadsTo, hostname)
    for (const [from, to, way] of [
      [near, far, 'requests'],
      [far, near, 'responses'],
    ] as const) {
      open.add(from)
      from.on('error', () => {})
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(gate(way)).pipe(to)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  url.host = `127.0.0.1:${address.port}`

  return {
    url: url.href.replace(/\/$/, ''),
    /** Closes all connections and refuses new ones. */
    cut(): void {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    /** Silently holds everything back, in one direction or both; it arrives after `mend`. */
    swallow(...ways: Way[]): void {
      held = ways.length === 0 ? ['requests', 'responses'] : ways
    },
    /** Leads new connections to another port, and ends those that are open. */
    divert(to: number): void {
      leadsTo = to
      for (const socket of open) socket.destroy()
    },
    /** Delays everything by this many milliseconds. */
    delay(ms: number): void {
      delayMs = ms
    },
    mend(): void {
      isCut = false
      delayMs = 0
      held = []
      if (leadsTo !== Number(port)) this.divert(Number(port))
      release.resolve()
      release = Promise.withResolvers<void>()
    },
    stop(): void {
      this.cut()
      server.close()
    },
  }
}
