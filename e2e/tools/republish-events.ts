import { join } from 'node:path'
import { readStack } from '@shop/shared/testing'

const USAGE = 'usage: bun run events:republish --since 7d   (or 24h, 30m)'
const PUBLISHERS = ['auth', 'products', 'orders', 'payments'] as const

const [flag, since = ''] = process.argv.slice(2)
if (flag !== '--since' || !/^\d{1,4}[mhd]$/.test(since)) {
  console.error(USAGE)
  process.exit(2)
}

const { mongo } = await readStack()
for (const service of PUBLISHERS) {
  const script = join(import.meta.dir, `../../services/${service}/src/republish.ts`)
  const task = Bun.spawn([process.execPath, script, since], {
    env: { ...process.env, MONGO_URL: mongo[service] },
    stdout: 'inherit',
    stderr: 'inherit',
  })
  if ((await task.exited) !== 0) process.exit(1)
}
