import { join } from 'node:path'
import { readStack } from '@shop/shared/testing'

const USAGE = 'usage: bun run events:republish --since 7d   (or 24h, 30m), or --all'
const PUBLISHERS = ['auth', 'products', 'orders', 'payments'] as const

const since = sinceOf(process.argv.slice(2))
if (since === null) {
  console.error(USAGE)
  process.exit(2)
}

const { mongo } = await readStack()
const codes = await Promise.all(
  PUBLISHERS.map((service) => {
    const script = join(import.meta.dir, `../../services/${service}/src/republish.ts`)
    const env = { ...process.env, MONGO_URL: mongo[service] }
    const command = [process.execPath, script, since]
    return Bun.spawn(command, { env, stdout: 'inherit', stderr: 'inherit' }).exited
  }),
)
process.exit(Math.max(...codes))

function sinceOf([flag, value = '', ...rest]: string[]): string | null {
  if (flag === '--all' && value === '') return 'all'
  return flag === '--since' && /^\d{1,4}[mhd]$/.test(value) && rest.length === 0 ? value : null
}
