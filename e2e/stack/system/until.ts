/** Polls until the condition holds; false after the timeout. */
export async function until(
  condition: () => Promise<boolean> | boolean,
  { withinMs, everyMs = 50 }: { withinMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = performance.now() + withinMs
  while (performance.now() < deadline) {
    if (await condition()) return true
    await Bun.sleep(everyMs)
  }
  return false
}

/** Whether an address responds with success within two seconds. */
export async function responds(url: string, ca?: string): Promise<boolean> {
  try {
    const reply = await fetch(url, {
      signal: AbortSignal.timeout(2000),
      ...(ca === undefined ? {} : { tls: { ca } }),
    })
    await reply.arrayBuffer()
    return reply.ok
  } catch {
    return false
  }
}

/** Whether something accepts connections on a port, of this machine by default. */
export async function acceptsConnections(port: number, hostname = '127.0.0.1'): Promise<boolean> {
  try {
    const socket = await Bun.connect({ hostname, port, socket: { data() {} } })
    socket.end()
    return true
  } catch {
    return false
  }
}
