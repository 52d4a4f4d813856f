import { fromBroker, fromDocuments, fromLedger, type Happening } from './order-history.ts'
import { withDatabases } from './stack-databases.ts'

const [orderId = ''] = process.argv.slice(2)
if (!/^[0-9a-f]{24}$/.test(orderId)) {
  console.error('usage: bun run order <id>')
  process.exit(2)
}

function print({ at, who, what }: Happening): void {
  console.log(`${at.toISOString()}  ${who.padEnd(11)}  ${what}`)
}

await withDatabases(['orders', 'payments', 'products'], async (databases) => {
  const parts = [fromDocuments(orderId, databases), fromLedger(orderId), fromBroker(orderId)]
  const history = (await Promise.all(parts)).flat()
  for (const happening of history.toSorted((a, b) => a.at.getTime() - b.at.getTime()))
    print(happening)
}).catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
