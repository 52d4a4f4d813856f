import { join } from 'node:path'
import { HOSTS_COMMAND, hostsAreSet } from '../stack/front-door/hosts.ts'
import { shopUrl } from '../stack/front-door/shop-url.ts'
import { isTrusted, trustCommand } from '../stack/front-door/trust.ts'
import { SELLERS, USERS } from '../stack/seed/users.ts'
import type { Running } from '../stack/start-processes.ts'
import { bold, print } from '../stack/system/terminal.ts'

/** Prints how to use the running shop: address, logins, cards, logs, and what is not set up. */
export function printSummary({ shop, certificate, mkcert }: Running, seconds: number): void {
  const { addresses, data } = shop
  const { ca } = certificate
  const hosts = hostsAreSet()
  const trusted = isTrusted(ca)
  const lines: [string, string][] = [
    ['Shop', `${bold(shopUrl(shop.ports))}  (ready in ${seconds.toFixed(1)} s)`],
    ...USERS.map(({ email, password, role }): [string, string] => [
      role === 'admin' ? 'Admin' : 'Login',
      `${email}  ${password}`,
    ]),
    ['Seller', sellerLogins()],
    [
      'Cards',
      addresses.stripe.own
        ? '4242 4242 4242 4242 pays (tok_visa) · 4000 0000 0000 0002 is declined (tok_chargeDeclined)'
        : `real Stripe, ${addresses.stripe.secretKey.slice(0, 8)}…`,
    ],
    ['Mail', `${addresses.mail.url}  (what the shop sends)`],
    ['Logs', join(data, 'logs')],
    [
      'Hosts',
      hosts ? 'set' : `not in /etc/hosts; to use https://ecommerce.local:\n${HOSTS_COMMAND}`,
    ],
    [
      'CA',
      trusted
        ? 'trusted'
        : `not trusted on this machine; to make browsers trust the shop:\n${trustCommand(ca, mkcert)}`,
    ],
  ]
  const text = lines.map(
    ([name, value]) => `  ${name.padEnd(7)}${value.replaceAll('\n', `\n${' '.repeat(9)}`)}`,
  )
  print(`\n${text.join('\n')}\n`)
}

function sellerLogins(): string {
  const [first, ...others] = SELLERS
  const names = others.map(({ category }) => category).join(', ')
  return `${first?.email}  ${first?.password}, likewise ${names}`
}
