import { StackFailure } from '../system/failure.ts'
import { errorLocations, errorMaps } from './error-responses.ts'
import type { Ingress, Route } from './ingress.ts'
import { limitsOf, limitZones } from './limits.ts'
import { nginxHead, type NginxProcess } from './nginx-head.ts'
import { REFUSE_TARGETS, targetMap } from './upstreams.ts'

export interface Door extends NginxProcess {
  https: number
  http: number
  ipv6: boolean
  ingresses: readonly Ingress[]
  /** Addresses of each backend's replicas, by `service:port name`. */
  backends: Record<string, readonly string[]>
}

const SHOP_HOST = 'ecommerce.local'
const PICTURES_HOST = 'minio-api.local'
const PICTURES_BACKEND = 'minio:api'
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']
const INTERNAL_PATHS = ['/livez', '/readyz', '/metrics']

/** The nginx.conf of the front door, whose routes are those of the Ingresses. */
export function nginxConf(door: Door): string {
  const backends = usedBackends(door)
  const hosts = [...new Set(door.ingresses.map(({ host }) => host))]
  const of = (...wanted: string[]) => door.ingresses.filter(({ host }) => wanted.includes(host))
  return `${nginxHead(door)}
${targetMap()}
${limitZones(door.ingresses)}
${errorMaps()}

${backends.map(upstream).join('\n')}

${redirects(door, [...hosts, ...LOCAL_NAMES].join(' '))}
${hosts.map((host) => server(door, host, of(host))).join('\n')}
${server(door, LOCAL_NAMES.join(' '), of(SHOP_HOST, PICTURES_HOST))}
}
`
}

function usedBackends({ ingresses, backends }: Door): [string, readonly string[]][] {
  const names = new Set(ingresses.flatMap(({ routes }) => routes.map(({ backend }) => backend)))
  return [...names].map((name) => {
    const backend = backends[name]
    if (backend === undefined)
      throw new StackFailure(`the Ingress names the backend ${name}, which does not exist`)
    return [name, backend]
  })
}

const upstreamName = (backend: string) => backend.replaceAll(':', '-')

// Closes idle connections before the services do, so that no request meets a closed one.
function upstream([name, urls]: [string, readonly string[]]): string {
  const servers = urls.map((url) => `server ${new URL(url).host} max_fails=0;`).join(' ')
  return `  upstream ${upstreamName(name)} { ${servers} keepalive 32; keepalive_timeout 5s; }`
}

function listen(door: Door, port: number, options = ''): string {
  const addresses = door.ipv6 ? ['127.0.0.1', '[::1]'] : ['127.0.0.1']
  return addresses.map((address) => `listen ${address}:${port}${options};`).join(' ')
}

function redirects(door: Door, names: string): string {
  const port = door.https === 443 ? '' : `:${door.https}`
  return `  server {
    ${listen(door, door.http)}
    server_name ${names};
    return 308 https://$host${port}$request_uri;
  }
  server {
    ${listen(door, door.http, ' default_server')}
    ${listen(door, door.https, ' ssl http2 default_server')}
    server_name _;
    location / { return 404; }
${errorLocations({ isPublic: false })}
  }`
}

function server(door: Door, names: string, ingresses: readonly Ingress[]): string {
  // HSTS on localhost would apply to everything else on this machine.
  const isPublic = !names.startsWith(LOCAL_NAMES.join(' '))
  const hasRoot = ingresses.some(({ routes }) => routes.some(({ path }) => path === '/'))
  return `  server {
    ${listen(door, door.https, ' ssl http2')}
    server_name ${names};
    error_page 497 =308 https://$host:$server_port$request_uri;
    ${isPublic ? '' : 'proxy_hide_header Strict-Transport-Security;'}
    ${INTERNAL_PATHS.map((path) => `location = ${path} { return 404; }`).join(' ')}
${ingresses.flatMap((ingress) => ingress.routes.map((route) => locations(ingress, route, door))).join('\n')}
${hasRoot ? '' : '    location / { return 404; }'}
${errorLocations({ isPublic })}
  }`
}

function locations(ingress: Ingress, route: Route, door: Door): string {
  const where = target(route, door.backends[route.backend]?.[0])
  const body = `${REFUSE_TARGETS} ${limitsOf(ingress)} ${where}`
  if (route.exact) return `    location = ${route.path} { ${body} }`
  if (route.path === '/') return `    location / { ${body} }`
  const path = route.path.replace(/\/$/, '')
  return `    location = ${path} { ${body} }\n    location ${path}/ { ${body} }`
}

function target({ backend }: Route, where: string | undefined): string {
  if (where === undefined) return 'return 404;'
  const pass = `proxy_pass ${new URL(where).protocol}//${upstreamName(backend)};`
  if (backend !== PICTURES_BACKEND) return pass
  // MinIO lets an anonymous query change the content type, so the query is dropped.
  return `if ($request_method !~ ^(GET|HEAD)$) { return 405; } set $args ""; ${pass}`
}
