import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder } from '../stack/settings/paths.ts'
import { messageOf } from '../stack/system/failure.ts'
import { writePrivate } from '../stack/system/private-file.ts'
import { onShutdown } from '../stack/system/signals.ts'
import { describeCluster } from './describe.ts'

const USAGE = `usage: bun run cluster [<command>…]
Describes the shop on the cluster of kubectl's current context for tests and tools, and runs the command
with it; without a command, until Ctrl-C.`

const command = process.argv.slice(2)
if (command[0] === '--help') {
  console.log(USAGE)
  process.exit(0)
}

const file = join(dataFolder(), 'cluster', 'stack.json')
// The file contains keys, and its ports close with this process.
process.on('exit', () => rmSync(file, { force: true }))
onShutdown(
  () => process.exit(0),
  () => process.exit(130),
)

try {
  writePrivate(file, await describeCluster())
} catch (error) {
  console.error(messageOf(error))
  process.exit(1)
}
if (command.length === 0) console.log(`STACK_FILE=${file}   (press Ctrl-C to stop)`)
else {
  const env = { ...process.env, STACK_FILE: file }
  const child = Bun.spawn(command, { env, stdio: ['inherit', 'inherit', 'inherit'] })
  process.exit(await child.exited)
}
