import { parseArgs } from 'node:util'
import { fromBroker, fromDocuments, fromLedger, type HistoryEntry } from './order-history.ts'
import { callsOf, startOf, type TracedCall } from './order-times.ts'
import { withDatabases } from './stack-databases.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'boolean', default: false } },
})
const [orderId = ''] = positionals
if (!/^[0-9a-f]{24}$/.test(orderId)) {
  console.error('usage: bun run order <id> [--times]')
  process.exit(2)
}

function print({ at, who, what }: HistoryEntry): void {
  console.log(`${at.toISOString()}  ${who.padEnd(11)}  ${what}`)
}

async function printHistory(): Promise<void> {
  await withDatabases(['orders', 'payments', 'products'], async (databases) => {
    const parts = [fromDocuments(orderId, databases), fromLedger(orderId), fromBroker(orderId)]
    const history = (await Promise.all(parts)).flat()
    for (const entry of history.toSorted((a, b) => a.at.getTime() - b.at.getTime())) print(entry)
  })
}

async function printTimes(): Promise<void> {
  const calls = await callsOf(orderId)
  const [first] = calls
  if (first === undefined || calls.every(({ kind }) => kind === 'request'))
    throw new Error('nothing was traced: start the shop with LOG_LEVEL=trace and buy again')
  console.log('    start       ms  service     kind     call')
  for (const call of calls) console.log(row(call, startOf(call) - startOf(first)))
  console.log(`\n${summaryOf(calls)}`)
}

function row({ service, kind, call, ms }: TracedCall, start: number): string {
  const numbers = `${start.toFixed(1).padStart(9)} ${ms.toFixed(1).padStart(8)}`
  return `${numbers}  ${service.padEnd(10)}  ${kind.padEnd(7)}  ${call}`
}

/** How many calls of each kind each service made. */
function summaryOf(calls: readonly TracedCall[]): string {
  const groups = Map.groupBy(calls, ({ service, kind }) => `${service.padEnd(10)}  ${kind}`)
  return [...groups]
    .map(([name, { length }]) => `${String(length).padStart(4)}  ${name}`)
    .join('\n')
}

await (values.times ? printTimes() : printHistory()).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
