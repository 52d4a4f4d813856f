import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Backend } from '../nginx.ts'
import { USERS } from '../seed/users.ts'
import type { Shop } from '../shop.ts'

/** What answers `/`: until there is a storefront, a page that says what runs. */
export function storefrontBackend(shop: Shop, folder: string): Backend {
  const page = join(folder, 'page')
  mkdirSync(page, { recursive: true })
  writeFileSync(join(page, 'index.html'), html(shop))
  return { page }
}

function html({ ports }: Shop): string {
  const routes = ['users/currentuser', 'products', 'cart', 'orders']
  const links = routes.map((route) => `<li><a href="/api/${route}">/api/${route}</a></li>`)
  const logins = USERS.map(({ email, password }) => `<li><code>${email} ${password}</code></li>`)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Shop</title>
<body style="font:1rem/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem">
<h1>The shop's services are running</h1>
<p>Five services answer here; the storefront comes next.</p>
<ul>${links.join('')}<li>/api/payments</li></ul>
<p>Demo users:</p>
<ul>${logins.join('')}</ul>
<p>MinIO's console: <a href="https://minio.local:${ports.https}/">minio.local</a></p>
</html>
`
}
