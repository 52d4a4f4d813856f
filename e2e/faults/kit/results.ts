import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describeMachine, type Machine } from '../../bench/machine.ts'
import { markdownTable, type Row } from '../../bench/markdown-table.ts'
import { root } from '../../stack/settings/paths.ts'

/**
 * Writes rows to a table in `results/` with the machine and versions, each identified by its first cell;
 * rows of earlier runs with other names stay, each with its commit and time.
 */
export async function writeResults(command: string, head: Row, rows: readonly Row[]) {
  const file = join(import.meta.dir, '../results', `${nameOf(command)}.md`)
  const machine = await describeMachine()
  const run = `${machine.commit}, ${new Date().toISOString().slice(0, 16)}Z`
  const all = new Map(rowsIn(file).map((row) => [row[0], row]))
  for (const row of rows) all.set(row[0], [...row, run])
  const table = markdownTable([...head, 'run'], [...all.values()])
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `# \`${command}\`\n\n${described(machine)}\n\n${table}\n`)
  console.log(`written to ${relative(root, file)}`)
}

const nameOf = (command: string) => command.replace('bun run ', '').replaceAll(/[: ]-*/g, '-')

function described({ cpu, cores, memoryGb, kernel, bun, mongod, natsStreaming }: Machine): string {
  return `${cpu}, ${cores} cores, ${memoryGb} GB, Linux ${kernel}; Bun ${bun}, mongod ${mongod}, NATS Streaming ${natsStreaming}.`
}

function rowsIn(file: string): Row[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  const table = lines.filter((line) => line.startsWith('| '))
  return table.slice(2).map((line) => line.slice(2, -2).split(' | '))
}
