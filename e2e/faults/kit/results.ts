import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describeMachine } from '../../bench/machine.ts'
import { root } from '../../stack/paths.ts'

/** Writes a table, with the machine and versions that it was made on, to a file beside the commands. */
export async function writeResults(name: string, command: string, table: string): Promise<void> {
  const file = join(import.meta.dir, '..', 'results', `${name}.md`)
  writeFileSync(file, `${await headOf(command)}\n\n${table}\n`)
  console.log(`written to ${relative(root, file)}`)
}

async function headOf(command: string): Promise<string> {
  const { cpu, cores, memoryGb, kernel, bun, mongod, natsStreaming, commit } =
    await describeMachine()
  return [
    `# \`${command}\``,
    '',
    `${new Date().toISOString().slice(0, 16)}Z, commit ${commit}; ${cpu}, ${cores} cores, ${memoryGb} GB, Linux ${kernel}; Bun ${bun}, mongod ${mongod}, NATS Streaming ${natsStreaming}.`,
  ].join('\n')
}

/** A Markdown table. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
