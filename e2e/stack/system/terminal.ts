const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94]
const PREFIX_WIDTH = 16
const CLEAR_LINE = '\r\u001B[K'
const MARGIN = ' '.repeat(PREFIX_WIDTH)
const coloured = process.stdout.isTTY && !process.env.NO_COLOR

/** Whether somebody may be watching: only then is there a status line. */
export const isTerminal = process.stdout.isTTY

let status = ''

/** Colors a text when the output is a terminal. */
export function paint(text: string, code: number): string {
  return coloured ? `\u001B[${code}m${text}\u001B[0m` : text
}

/** Makes a text bold when the output is a terminal. */
export const bold = (text: string) => paint(text, 1)

/** Prints text above the status line. */
export function print(text: string): void {
  if (status !== '') process.stdout.write(CLEAR_LINE)
  console.log(text)
  drawStatus()
}

/** Shows a text as the last line of the terminal; an empty one removes the line. */
export function setStatus(text: string): void {
  if (!isTerminal) return
  if (status !== '') process.stdout.write(CLEAR_LINE)
  status = text
  drawStatus()
}

/** Prints a message of the runner. */
export function info(text: string): void {
  print(`${paint('stack'.padEnd(PREFIX_WIDTH), 90)}${text}`)
}

/** Prints a warning of the runner. */
export function warn(text: string): void {
  info(paint(text, 33))
}

/** Returns a function that prints lines after a colored name. */
export function prefixed(name: string): (line: string) => void {
  const colour = COLOURS[Bun.hash.crc32(name) % COLOURS.length] ?? 37
  const prefix = paint(name.padEnd(PREFIX_WIDTH), colour)
  return (line) => print(prefix + line)
}

// A longer line would wrap and could not be cleared.
function drawStatus(): void {
  if (status !== '') process.stdout.write((MARGIN + status).slice(0, process.stdout.columns - 1))
}
