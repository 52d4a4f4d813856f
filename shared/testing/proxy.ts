import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy before a server: `cut` ends its connections and refuses new ones until `mend`. */
export async function startProxy(target: string) {
  const { protocol, hostname, port } = new URL(target)
  const open = new Set<Socket>()
  let isCut = false

  const server = createServer((near) => {
    if (isCut) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')

  return {
    url: `${protocol}//127.0.0.1:${address.port}`,
    cut(): void {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    mend(): void {
      isCut = false
    },
    stop(): void {
      this.cut()
      server.close()
    },
  }
}
