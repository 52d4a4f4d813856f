import type { Finding } from './finding.ts'

const EXAMPLES = 3
const HEAD = ['check', 'checked', 'failed']

/** Formats the findings as a table, with a few examples of each mismatch. */
export function tableOf(findings: readonly Finding[]): string {
  const rows = findings.map(({ name, checked, mismatches }) => [
    name,
    count(checked),
    count(mismatches.length),
  ])
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
  const blocks = findings.map(({ mismatches }, index) => [
    line(rows[index] ?? []),
    ...examples(mismatches),
  ])
  return [line(HEAD), ...blocks.flat()].join('\n')
}

function examples(mismatches: readonly string[]): string[] {
  const more = mismatches.length - EXAMPLES
  const shown = mismatches.slice(0, EXAMPLES).map((text) => `  ${text}`)
  return more > 0 ? [...shown, `  and ${count(more)} more`] : shown
}

const count = (value: number) => value.toLocaleString('en-US')
