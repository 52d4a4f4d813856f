import { describe, expect, test } from 'bun:test'
import { readIngresses } from './ingress.ts'
import { nginxConf, type Door } from './nginx-conf.ts'

const SERVICES = ['auth', 'products', 'cart', 'orders', 'payments', 'notifications']

const door = (changes: Partial<Door> = {}): Door => ({
  https: 8443,
  http: 8080,
  asRoot: false,
  ipv6: true,
  folder: '/data/nginx',
  certificate: '/data/tls/door.pem',
  key: '/data/tls/door-key.pem',
  accessLog: '/data/logs/access.log',
  ingresses: readIngresses({ sandbox: true }),
  backends: {
    ...Object.fromEntries(
      SERVICES.map((name, index) => [`${name}:http`, [`http://127.0.0.1:${3001 + index}`]]),
    ),
    'storefront:http': ['http://127.0.0.1:3000'],
    'stripe-sandbox:http': ['http://127.0.0.1:3010'],
    'minio:api': ['http://127.0.0.1:9100'],
    'minio:console': ['http://127.0.0.1:9101'],
  },
  ...changes,
})

/** The server block that serves a host name over https. */
function serverOf(conf: string, name: string): string {
  const blocks = conf.split(/^ {2}server \{/m)
  return (
    blocks.find((block) => block.includes('ssl http2') && block.includes(`server_name ${name}`)) ??
    ''
  )
}

/** The body of a location block. */
function locationOf(server: string, location: string): string {
  const line = server.split('\n').find((text) => text.trim().startsWith(`${location} {`)) ?? ''
  return line.slice(line.indexOf('{') + 1, line.lastIndexOf('}')).trim()
}

describe('the front door', () => {
  test('routes each prefix of the Ingress to its service, and no path that only starts with the same letters', () => {
    const shop = serverOf(nginxConf(door()), 'ecommerce.local')
    for (const [path, upstream] of [
      ['/api/users', 'auth-http'],
      ['/api/products', 'products-http'],
      ['/api/payments', 'payments-http'],
      ['/stripe-sandbox', 'stripe-sandbox-http'],
    ])
      for (const location of [`location = ${path}`, `location ${path}/`])
        expect(locationOf(shop, location)).toEndWith(`proxy_pass http://${upstream};`)
  })

  test('serves the shop and the pictures on localhost', () => {
    const local = serverOf(nginxConf(door()), 'localhost 127.0.0.1 [::1]')
    expect(local).toContain('location /api/orders/ {')
    expect(local).toContain('location /product-images/ {')
    expect(local).toContain('proxy_hide_header Strict-Transport-Security;')
  })

  test('serves pictures for reading only and drops the query', () => {
    const pictures = serverOf(nginxConf(door()), 'minio-api.local')
    expect(locationOf(pictures, 'location /product-images/')).toEndWith(
      'if ($request_method !~ ^(GET|HEAD)$) { return 405; } set $args ""; proxy_pass http://minio-api;',
    )
    expect(pictures).toContain('location / { return 404; }')
  })

  test.each([
    ['/', '64k', 'shop', 100, 250],
    ['/api/cart/', '64k', 'shop', 100, 250],
    ['/api/products/', '6m', 'shop-uploads', 100, 250],
    ['/sell/products/', '6m', 'shop-uploads', 100, 250],
    ['/api/users/signin/', '64k', 'shop-sign-in', 20, 25],
    ['/auth/signin.data/', '64k', 'shop-sign-in', 20, 25],
  ])('holds %s to the limits of its Ingress', (path, size, name, connections, burst) => {
    for (const host of ['ecommerce.local', 'localhost'])
      expect(locationOf(serverOf(nginxConf(door()), host), `location ${path}`)).toContain(
        `client_max_body_size ${size}; limit_conn ${name}-connections ${connections}; limit_req zone=${name}-requests burst=${burst} nodelay;`,
      )
  })

  test('counts requests by address, except those from this machine', () => {
    const conf = nginxConf(door())
    expect(conf).toContain('limit_req_zone $door_client zone=shop-sign-in-requests:2m rate=5r/s;')
    expect(conf).toContain('127.0.0.1 ""; ::1 ""; default $binary_remote_addr;')
  })

  test('does not expose internal routes', () => {
    const shop = serverOf(nginxConf(door()), 'ecommerce.local')
    for (const path of ['/livez', '/readyz', '/metrics'])
      expect(shop).toContain(`location = ${path} { return 404; }`)
  })

  test('has no sandbox when real Stripe is used', () => {
    const conf = nginxConf(door({ ingresses: readIngresses({ sandbox: false }) }))
    expect(conf).not.toContain('stripe-sandbox')
  })

  test('overwrites forwarding headers of the client', () => {
    const conf = nginxConf(door())
    expect(conf).toContain('proxy_set_header X-Forwarded-For $remote_addr;')
    expect(conf).not.toContain('proxy_add_x_forwarded_for')
  })

  test('refuses an Ingress that names an unknown backend', () => {
    const { 'orders:http': _orders, ...backends } = door().backends
    expect(() => nginxConf(door({ backends }))).toThrow(
      'the Ingress names the backend orders:http, which does not exist',
    )
  })
})
