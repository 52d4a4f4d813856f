const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94]
const coloured = process.stdout.isTTY && !process.env.NO_COLOR
const PREFIX_WIDTH = 16
const TELL_AGAIN_S = 15

/** Colors a text when the output is a terminal. */
export function paint(text: string, code: number): string {
  return coloured ? `\u001B[${code}m${text}\u001B[0m` : text
}

/** Makes a text bold when the output is a terminal. */
export const bold = (text: string) => paint(text, 1)

/** Prints a message of the runner. */
export function info(text: string): void {
  console.log(`${paint('stack'.padEnd(PREFIX_WIDTH), 90)}${text}`)
}

/** Prints a warning of the runner. */
export function warn(text: string): void {
  console.log(`${paint('stack'.padEnd(PREFIX_WIDTH), 90)}${paint(text, 33)}`)
}

/** Returns a function that prints lines after a colored name. */
export function prefixed(name: string): (line: string) => void {
  const colour = COLOURS[Bun.hash.crc32(name) % COLOURS.length] ?? 37
  const prefix = paint(name.padEnd(PREFIX_WIDTH), colour)
  return (line) => console.log(prefix + line)
}

/** Runs a long step and shows its progress: elapsed time and status, and the duration at the end. */
export async function withProgress<T>(
  title: string,
  work: (report: (state: string) => void) => Promise<T>,
): Promise<T> {
  const start = performance.now()
  const elapsed = () => Math.round((performance.now() - start) / 1000)
  let state = ''
  info(`${title}…`)
  const tick = setInterval(() => {
    if (coloured) process.stdout.write(`\r${' '.repeat(PREFIX_WIDTH)}${elapsed()} s ${state}`)
    else if (elapsed() % TELL_AGAIN_S === 0) info(`${title}… ${elapsed()} s ${state}`)
  }, 1000)
  try {
    return await work((current) => (state = current))
  } finally {
    clearInterval(tick)
    if (coloured) process.stdout.write('\r\u001B[K')
    if (elapsed() > 0) info(`${title}: ${elapsed()} s`)
  }
}
