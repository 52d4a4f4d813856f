import { writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { growthTable, storedTable } from '../../bench/growth/growth-table.ts'
import { CACHE, grow } from '../../bench/growth/growth.ts'
import { describeMachine } from '../../bench/machine.ts'
import { root } from '../../stack/settings/paths.ts'
import { startOwnStack } from '../own-stack.ts'

const SIZES = { full: [1000, 10_000, 100_000, 1_000_000], quick: [1000, 10_000, 100_000] }
const FILE = join(root, 'e2e/bench/results/growth.md')

/** Measures what hot queries and a sale cost while catalogue, orders, payments and messages grow. */
export async function benchGrowth(isQuick: boolean): Promise<number> {
  const own = await startOwnStack()
  try {
    const { cpu, cores, memoryGb, kernel, bun, mongod, commit } = await describeMachine()
    const grown = await grow(own.stack, isQuick ? SIZES.quick : SIZES.full)
    const result = [
      '# `bun run bench --growth`',
      `${cpu}, ${cores} cores, ${memoryGb} GB, Linux ${kernel}; Bun ${bun}, mongod ${mongod} with a cache of ${CACHE}; commit ${commit}, ${new Date().toISOString().slice(0, 16)}Z. CPU of one request: its service and Mongo together, one request at a time.`,
      growthTable(grown),
      storedTable(grown.stored),
    ].join('\n\n')
    console.log(`\n${result}\n`)
    if (!isQuick) {
      writeFileSync(FILE, `${result}\n`)
      console.log(`written to ${relative(root, FILE)}`)
    }
    return 0
  } finally {
    await own.stop()
  }
}
