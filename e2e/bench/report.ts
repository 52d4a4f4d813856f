import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../stack/settings/paths.ts'
import { comparisonTable } from './against/comparison-table.ts'
import type { Findings } from './benchmark.ts'
import type { Figure } from './figure.ts'
import type { Machine } from './machine.ts'
import { tableOf } from './table.ts'
import { isTooNoisy, noiseOf } from './verdict.ts'

const RESULTS = join(import.meta.dir, 'results')

/** The figures of one shop. */
interface Side {
  name: string
  figures: Figure[]
}

/** Prints the results as a table and writes them to a file. */
export function report(machine: Machine, { figures, twins }: Findings, isQuick: boolean): void {
  const noise = Math.max(...twins.map(noiseOf))
  console.log(`\n${describe(machine, figures)}\n${how(machine)}\n`)
  console.log(tableOf(figures, isTooNoisy(noise)))
  console.log(`\n${describeNoise(noise, twins)}`)
  write(machine.commit, { isQuick, machine, noise, twins, figures })
}

/** Prints the figures of two shops, measured in turn, as a table and writes them to a file. */
export function reportComparison(
  machine: Machine,
  [side, other]: readonly [Side, Side],
  isQuick: boolean,
): void {
  const all = [...side.figures, ...other.figures]
  console.log(`\n${describe(machine, all)}\nMeasured in turn: ranges show the noise.\n`)
  console.log(comparisonTable([side.name, other.name], side.figures, other.figures))
  const name = `${side.name} against ${other.name}`.replaceAll(' ', '-')
  write(name, { isQuick, machine, side, other })
}

function write(name: string, results: object): void {
  const at = new Date().toISOString()
  const file = join(RESULTS, `${at.replaceAll(/\.\d+|[:-]/g, '')}-${name}.json`)
  mkdirSync(RESULTS, { recursive: true })
  writeFileSync(file, `${JSON.stringify({ at, ...results }, null, 2)}\n`)
  console.log(`\nall samples: ${relative(root, file)}\n`)
}

function describe(machine: Machine, figures: readonly Figure[]): string {
  const conditions = figures.flatMap(({ samples }) => samples)
  const { cpu, cores, memoryGb, kernel, bun, mongod, natsStreaming, commit } = machine
  const range = (values: number[], unit = '') =>
    `${Math.min(...values).toFixed(1)}–${Math.max(...values).toFixed(1)}${unit}`
  const load = range(conditions.map(({ loadAverage }) => loadAverage))
  const steal = range(
    conditions.map(({ stealPercent }) => stealPercent),
    ' %',
  )
  return [
    `${cpu}, ${cores} cores, ${memoryGb} GB, Linux ${kernel}; load average ${load}, stolen ${steal}`,
    `Bun ${bun}, mongod ${mongod}, NATS Streaming ${natsStreaming}; commit ${commit}`,
  ].join('\n')
}

function how({ pinned }: Machine): string {
  const where = pinned ? 'each on a core of their own' : 'not pinned to cores'
  return `Requests: CPU of the server only, server and load ${where}. A checkout: cart, order and payment with all that they set off.`
}

function describeNoise(noise: number, twins: Findings['twins']): string {
  const each = twins.map((twin) => `${twin.name} ${(noiseOf(twin) * 100).toFixed(1)} %`).join(', ')
  return isTooNoisy(noise)
    ? `TOO NOISY, no verdict: the same server differs from itself by more than 10 % (${each}). Try again when the machine is quiet.`
    : `The same server differs from itself by ${each}: smaller differences mean nothing.`
}
