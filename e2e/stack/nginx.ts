import { errorLocations, errorMaps } from './door-errors.ts'
import { StackFailure } from './failure.ts'
import type { Ingress, Route } from './ingress.ts'

export interface Door {
  https: number
  http: number
  /** nginx runs as root, and then reads folders that only root may read. */
  asRoot: boolean
  ipv6: boolean
  folder: string
  certificate: string
  key: string
  accessLog: string
  ingresses: readonly Ingress[]
  /** Addresses of each backend's replicas, by `service:port name`. */
  backends: Record<string, readonly string[]>
}

const SHOP_HOST = 'ecommerce.local'
const PICTURES_BACKEND = 'minio:api'
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]']
const INTERNAL_PATHS = ['/livez', '/readyz', '/metrics']

/** The nginx.conf of the front door, whose routes are those of the Ingresses. */
export function nginxConf(door: Door): string {
  const backends = usedBackends(door)
  const shop = door.ingresses.find(({ host }) => host === SHOP_HOST)
  const pictures = door.ingresses
    .flatMap(({ routes }) => routes)
    .filter(({ backend }) => backend === PICTURES_BACKEND)
  const local = { host: LOCAL_NAMES.join(' '), bodySize: shop?.bodySize ?? '1m' }
  const localRoutes = [...(shop?.routes ?? []), ...pictures]
  const names = [...door.ingresses.map(({ host }) => host), ...LOCAL_NAMES].join(' ')
  return `${head(door)}
${errorMaps()}

${backends.map(upstream).join('\n')}

${redirects(door, names)}
${door.ingresses.map((ingress) => server(door, ingress)).join('\n')}
${server(door, { ...local, routes: localRoutes }, 'proxy_hide_header Strict-Transport-Security;')}
}
`
}

function head(door: Door): string {
  return `daemon off;
${door.asRoot ? 'user root;' : ''}
worker_processes 2;
error_log stderr error;
pid ${door.folder}/nginx.pid;
events { worker_connections 2048; }
http {
  access_log ${door.accessLog};
  server_tokens off;
  types { text/html html; }
  default_type application/octet-stream;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${door.folder}/${kind};`).join('\n  ')}
  ssl_certificate ${door.certificate};
  ssl_certificate_key ${door.key};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:tls:2m;

  # The peer is the client: what it claims of itself is not passed on.
  map $http_x_request_id $door_request_id { "~^[\\w-]{8,64}$" $http_x_request_id; default $request_id; }
  map $http_upgrade $door_connection { "" ""; default upgrade; }
  proxy_http_version 1.1;
  proxy_set_header Host $http_host;
  proxy_set_header Connection $door_connection;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header X-Real-IP $remote_addr;
  proxy_set_header X-Forwarded-For $remote_addr;
  proxy_set_header X-Forwarded-Proto $scheme;
  proxy_set_header X-Forwarded-Host $http_host;
  proxy_set_header X-Forwarded-Port $server_port;
  proxy_set_header Forwarded "";
  proxy_set_header X-Request-Id $door_request_id;
  proxy_buffering off;
  proxy_connect_timeout 3s;
  proxy_read_timeout 60s;`
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

// Idle connections are closed before the services close theirs, so no request meets a closed one.
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
${errorLocations()}
  }`
}

function server(door: Door, { host, bodySize, routes }: Ingress, extra = ''): string {
  return `  server {
    ${listen(door, door.https, ' ssl http2')}
    server_name ${host};
    client_max_body_size ${bodySize};
    error_page 497 =308 https://$host:$server_port$request_uri;
    ${extra}
    ${INTERNAL_PATHS.map((path) => `location = ${path} { return 404; }`).join(' ')}
${routes.map((route) => locations(route, door)).join('\n')}
${routes.some(({ path }) => path === '/') ? '' : '    location / { return 404; }'}
${errorLocations()}
  }`
}

function locations(route: Route, door: Door): string {
  const body = target(route, door.backends[route.backend]?.[0])
  if (route.exact) return `    location = ${route.path} { ${body} }`
  if (route.path === '/') return `    location / { ${body} }`
  const path = route.path.replace(/\/$/, '')
  return `    location = ${path} { ${body} }\n    location ${path}/ { ${body} }`
}

function target({ backend }: Route, where: string | undefined): string {
  if (where === undefined) return 'return 404;'
  const pass = `proxy_pass ${new URL(where).protocol}//${upstreamName(backend)};`
  if (backend !== PICTURES_BACKEND) return pass
  // MinIO lets an anonymous query change the content type, so the query does not get through.
  return `if ($request_method !~ ^(GET|HEAD)$) { return 405; } set $args ""; ${pass}`
}
