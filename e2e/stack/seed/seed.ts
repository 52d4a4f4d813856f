import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shopUrl } from '../front-door/shop-url.ts'
import { serviceEnvironment } from '../servers/services.ts'
import { root } from '../settings/paths.ts'
import type { Shop } from '../shop.ts'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { withProgress } from '../system/terminal.ts'
import { seedCatalogue } from './seed-catalogue.ts'
import { ShopClient } from './shop-client.ts'
import { USERS } from './users.ts'

/** Creates the demo users and, except for tests, the demo catalogue through the front door, once per data folder. */
export async function seed(shop: Shop, ca: string): Promise<void> {
  const done = join(shop.data, 'seeded')
  if (existsSync(done)) return
  await withProgress('seeding', async (report) => {
    const newClient = () => new ShopClient(shopUrl(shop.ports), ca)
    await Promise.all(USERS.map(({ email, password }) => newClient().enter(email, password)))
    await Promise.all(USERS.filter(({ role }) => role === 'admin').map((user) => grant(user, shop)))
    if (shop.mode !== 'test') await seedCatalogue(newClient, report)
  })
  writeFileSync(done, '')
}

async function grant({ email }: { email: string }, shop: Shop): Promise<void> {
  const { ok, out } = await exec(
    [process.execPath, join(root, 'services/auth/src/grant-admin.ts'), email],
    { env: serviceEnvironment('auth', shop) },
  )
  if (!ok) throw new StackFailure(`grant-admin ${email}: ${lastLines(out)}`)
}
