import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SERVICES } from '@shop/shared/contracts'
import { readIngresses } from '../front-door/ingress.ts'
import { nginxConf } from '../front-door/nginx-conf.ts'
import type { Certificate } from '../front-door/tls.ts'
import type { Shop } from '../shop.ts'
import type { ChildSpec } from '../supervisor/child.ts'
import { exec } from '../system/exec.ts'
import { StackFailure } from '../system/failure.ts'
import { acceptsConnections } from '../system/until.ts'
import { replicasOf } from './services.ts'

/** nginx with a configuration of its own, independent of the system's. */
export async function nginx(
  shop: Shop,
  certificate: Certificate,
  program: string,
): Promise<ChildSpec> {
  const folder = join(shop.data, 'nginx')
  const conf = join(folder, 'nginx.conf')
  mkdirSync(folder, { recursive: true })
  writeFileSync(conf, configuration(shop, certificate, folder))
  const command = [program, '-e', 'stderr', '-p', folder, '-c', conf]
  const { ok, out } = await exec([...command, '-t'])
  if (!ok) throw new StackFailure(`nginx rejected its configuration ${conf}:\n${out}`)
  return {
    name: 'nginx',
    command,
    ready: () => acceptsConnections(shop.ports.https),
    graceMs: 5000,
  }
}

function configuration(shop: Shop, certificate: Certificate, folder: string): string {
  const { ports, addresses } = shop
  return nginxConf({
    https: ports.https,
    http: ports.http,
    asRoot: process.getuid?.() === 0,
    ipv6: hasIpv6Loopback(),
    folder,
    certificate: certificate.certificate,
    key: certificate.key,
    accessLog: join(shop.data, 'logs', 'nginx-access.log'),
    ingresses: readIngresses({ sandbox: addresses.stripe.own }),
    backends: backends(shop),
  })
}

function backends(shop: Shop): Record<string, string[]> {
  const { ports, addresses } = shop
  const local = (port: number) => [`http://127.0.0.1:${port}`]
  return {
    ...Object.fromEntries(
      SERVICES.map((name) => [
        `${name}:http`,
        replicasOf(name, shop).flatMap((replica) => local(ports[replica])),
      ]),
    ),
    'storefront:http': local(ports.storefront),
    'stripe-sandbox:http': local(ports.sandbox),
    'minio:api': [addresses.minio.url],
    'minio:console': local(ports.minioConsole),
  }
}

function hasIpv6Loopback(): boolean {
  try {
    return /^0{31}1 .* lo$/m.test(readFileSync('/proc/net/if_inet6', 'utf8'))
  } catch {
    return process.platform === 'darwin'
  }
}
