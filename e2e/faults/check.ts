import { parseArgs } from 'node:util'
import { check } from './checker/check.ts'
import { isClean } from './checker/finding.ts'
import { tableOf } from './checker/table.ts'

const USAGE = `usage: bun run faults:check [--within <seconds>] [--dead-letters <number>] [--log-lost]`

function readOptions() {
  const { values } = parseArgs({
    options: {
      within: { type: 'string', default: '60' },
      'dead-letters': { type: 'string', default: '0' },
      'log-lost': { type: 'boolean', default: false },
    },
  })
  const [seconds, expectedDeadLetters] = [values.within, values['dead-letters']].map(toNumber)
  return {
    withinMs: (seconds ?? 0) * 1000,
    expectedDeadLetters: expectedDeadLetters ?? 0,
    isLogWhole: !values['log-lost'],
  }
}

function toNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new Error(`${text} is not a number`)
  return Number(text)
}

function optionsOrUsage() {
  try {
    return readOptions()
  } catch (error) {
    console.error(`${String(error)}\n${USAGE}`)
    return process.exit(2)
  }
}

const findings = await check(optionsOrUsage())
console.log(tableOf(findings))
process.exitCode = isClean(findings) ? 0 : 1
