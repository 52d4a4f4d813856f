import type { Finding } from './finding.ts'

const EXAMPLES = 3
const HEAD = ['check', 'looked at', 'differ']

/** The findings as a table: a line for each check, and a few examples of what differs below it. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ name, looked, wrong }) => [name, count(looked), count(wrong.length)])
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  ')
  const blocks = findings.map(({ wrong }, index) => [line(rows[index] ?? []), ...examples(wrong)])
  return [line(HEAD), ...blocks.flat()].join('\n')
}

function examples(wrong: readonly string[]): string[] {
  const more = wrong.length - EXAMPLES
  const shown = wrong.slice(0, EXAMPLES).map((text) => `  ${text}`)
  return more > 0 ? [...shown, `  and ${count(more)} more`] : shown
}

const count = (value: number) => value.toLocaleString('en-US')
