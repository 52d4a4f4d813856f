import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shopUrl } from '../front-door/shop-url.ts'
import { serviceEnvironment } from '../servers/services.ts'
import { root } from '../settings/paths.ts'
import type { Shop } from '../shop.ts'
import type { Running } from '../start-processes.ts'
import { exec, lastLines } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { progressBar, withProgress } from '../system/progress.ts'
import { seedPictures } from './seed-pictures.ts'
import { seedProducts, type DemoListing } from './seed-products.ts'
import { ShopClient } from './shop-client.ts'
import { USERS, usersOf } from './users.ts'

/** Creates the demo users and, except for tests, the demo products, through the front door, once per data folder; returns what adds the pictures, unless they are there. */
export async function seed({
  shop,
  certificate,
}: Running): Promise<(() => Promise<void>) | undefined> {
  const marker = join(shop.data, 'seeded')
  if (existsSync(marker)) return undefined
  const listings = await withProgress('creating demo data', () =>
    seedWithoutPictures(shop, certificate.ca),
  )
  if (listings.length === 0) {
    writeFileSync(marker, '')
    return undefined
  }
  return async () => {
    await withProgress('adding demo pictures', (report) =>
      seedPictures(listings, (done, total) =>
        report(`${progressBar(done, total)} ${done} of ${total}`),
      ),
    )
    // Only now: after an interruption the next start continues with what is missing.
    writeFileSync(marker, '')
  }
}

async function seedWithoutPictures(shop: Shop, ca: string): Promise<DemoListing[]> {
  const newClient = () => new ShopClient(shopUrl(shop.ports), ca)
  await Promise.all(USERS.map(({ email, password }) => newClient().enter(email, password)))
  const admins = USERS.filter(({ role }) => role === 'admin')
  await runInAuth(shop, 'grant-admin.ts', admins)
  const listings = shop.mode === 'test' ? [] : await seedProducts(newClient)
  await runInAuth(shop, 'verify-email.ts', usersOf(shop.mode))
  return listings
}

async function runInAuth(shop: Shop, program: string, users: { email: string }[]): Promise<void> {
  const { ok, out } = await exec(
    [
      process.execPath,
      join(root, 'services/auth/src', program),
      ...users.map(({ email }) => email),
    ],
    { env: serviceEnvironment('auth', shop) },
  )
  if (!ok) throw new StackFailure(`${program}: ${lastLines(out)}`)
}
