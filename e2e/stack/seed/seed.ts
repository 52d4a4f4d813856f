import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shopUrl } from '../door.ts'
import { exec, lastLines } from '../exec.ts'
import { StackFailure } from '../failure.ts'
import { root } from '../paths.ts'
import { serviceEnvironment } from '../servers/services.ts'
import type { Shop } from '../shop.ts'
import { withProgress } from '../terminal.ts'
import { PRODUCTS } from './products.ts'
import { ShopClient } from './shop-client.ts'
import { USERS } from './users.ts'

/** Once a data folder: the demo users and, but for tests, products, through the front door. */
export async function seed(shop: Shop, ca: string): Promise<void> {
  const done = join(shop.data, 'seeded')
  if (existsSync(done)) return
  await withProgress('seeding', async () => {
    const newClient = () => new ShopClient(shopUrl(shop.ports), ca)
    await Promise.all(USERS.map(({ email, password }) => newClient().enter(email, password)))
    await Promise.all(USERS.filter(({ role }) => role === 'admin').map((user) => grant(user, shop)))
    if (shop.mode !== 'test') await sell(newClient())
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

/** Puts up the demo products; those that an interrupted run put up already are left alone. */
async function sell(seller: ShopClient): Promise<void> {
  await seller.enter(USERS[1].email, USERS[1].password)
  const sold = (await seller.must('GET', '/api/products')) as { title: string }[]
  for (const { picture, ...product } of PRODUCTS) {
    if (sold.some(({ title }) => title === product.title)) continue
    const form = new FormData()
    for (const [name, value] of Object.entries(product)) form.append(name, value)
    form.append('image', Bun.file(join(import.meta.dir, 'pictures', picture)))
    await seller.must('POST', '/api/products', form)
  }
}
