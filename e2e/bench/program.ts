interface Options {
  cwd?: string
  env?: Record<string, string>
  /** Called with each message of the program. */
  ipc?: (message: unknown) => void
}

const running = new Set<Bun.Subprocess>()
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')))

/** Starts a program that ends with this process; its output is not shown. */
export function startProgram(command: string[], options: Options = {}): Bun.Subprocess {
  const child = Bun.spawn(command, { ...options, stdio: ['ignore', 'ignore', 'inherit'] })
  running.add(child)
  void child.exited.then(() => running.delete(child))
  return child
}
