import { seedPictures } from '../stack/seed/seed-pictures.ts'
import { seedProducts } from '../stack/seed/seed-products.ts'
import { ShopClient } from '../stack/seed/shop-client.ts'
import { USERS } from '../stack/seed/users.ts'

const USAGE =
  'usage: bun e2e/tools/seed-catalogue.ts <address of the shop> <certificate of its authority>'

const [url, ca] = process.argv.slice(2)
if (url === undefined || ca === undefined) {
  console.error(USAGE)
  process.exit(2)
}

const newClient = () => new ShopClient(url, ca)
await Promise.all(USERS.map(({ email, password }) => newClient().enter(email, password)))
await seedPictures(await seedProducts(newClient), (done, total) => {
  if (done % 32 === 0) console.log(`${done} of ${total} pictures`)
})
