import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { rawRequest } from '@shop/shared/testing'
import { root } from './settings/paths.ts'
import { STOREFRONT, START_WITHIN_MS, startDev } from './testing/dev-server.ts'

const SECRET = 'a-secret-that-must-stay-here'

let child: Bun.Subprocess
let url: string
let folder: string
let link: string

beforeAll(async () => {
  folder = mkdtempSync(join(root, '.data-test-'))
  for (const name of FILES) write(join(folder, name))
  link = join(STOREFRONT, 'app', basename(folder).replace('.data', 'linked'))
  symlinkSync(folder, link)
  ;({ child, url } = await startDev())
}, START_WITHIN_MS)

afterAll(async () => {
  rmSync(link)
  rmSync(folder, { recursive: true })
  child.kill()
  await child.exited
})

const raw = (target: string, headers = {}) => rawRequest(url, target, { headers })

function write(path: string): void {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, SECRET)
}

const QUERIES = [
  '',
  '?raw',
  '?url',
  '?import',
  '?import&raw',
  '?raw??',
  '?inline',
  '?t=1',
  '?worker',
]
const FILES = ['secrets.json', 'secrets.env', 'key.pem', 'page.html', 'stack.json', 'logs/auth.log']

/** Spellings of an address that might reach a file. */
function spellings(file: string): string[] {
  const name = basename(folder)
  const up = `../${name}/${file}`
  return [
    `/@fs${folder}/${file}`,
    `/@fs/${folder}/${file}`,
    `/@fs${STOREFRONT}/app/${'../'.repeat(2)}${name}/${file}`,
    `/@fs${STOREFRONT}/app/%2e%2e/%2e%2e/${name}/${file}`,
    `/@fs${STOREFRONT}/app/..%2f..%2f${name}%2f${file}`,
    `/@fs${folder}/${encodeURIComponent(file).replaceAll('e', '%65')}`,
    `/@fs${link}/${file}`,
    `/app/${basename(link)}/${file}`,
    `/app/${basename(link).replace('l', '%256c')}/${file}`,
    `/${up}`,
    `/..%2f${name}%2f${file}`,
    `/%2e%2e/${name}/${file}`,
    `/assets/../../${name}/${file}`,
    `/@id/${folder}/${file}`,
    `/@id/__x00__${folder}/${file}`,
    `/node_modules/.vite/deps/${'../'.repeat(4)}${name}/${file}.map`,
  ]
}

describe('the development server', () => {
  test.each(FILES)(
    'never serves %s of a data folder, however the path is spelled',
    async (file) => {
      const targets = spellings(file).flatMap((path) => QUERIES.map((query) => path + query))
      for (const target of targets) {
        const { status, text } = await raw(target)
        const leaks = status === 200 || text.includes(SECRET) || text.includes(btoa(SECRET))
        expect([target, status, leaks]).toEqual([target, status, false])
      }
    },
  )

  test.each([
    '.git',
    '.git/HEAD',
    '.git/config',
    'package.json',
    'k8s/overlays/ci/throwaway.env',
    'services/auth/src/main.ts',
    'e2e/stack/settings/secrets.ts',
  ])('does not serve %s', async (file) => {
    for (const query of QUERIES) {
      const { status } = await raw(`/@fs${root}/${file}${query}`)
      expect(status).toBeGreaterThanOrEqual(403)
    }
  })

  test('serves the sources of the pages', async () => {
    for (const path of ['/app/root.tsx', '/@vite/client', `/@fs${root}/shared/contracts/index.ts`])
      expect([path, (await raw(path)).status]).toEqual([path, 200])
  })

  test.each(['/', '/privacy', '/favicon.svg', '/app/', '/products/'])(
    'leaves %s to the pages',
    async (path) => {
      expect((await raw(path)).status).not.toBe(403)
    },
  )

  test.each(['rebind.evil.example', 'rebind.evil.example:8443', 'shop.example.evil.example'])(
    'does not respond to the host %s',
    async (host) => {
      for (const path of ['/', '/@vite/client', '/app/root.tsx'])
        expect((await raw(path, { host })).status).toBe(403)
    },
  )

  test('accepts the hosts of the front door', async () => {
    expect((await raw('/@vite/client', { host: 'shop.example:8443' })).status).toBe(200)
  })

  test('cannot be read by a page of another origin', async () => {
    const { headers } = await raw('/app/root.tsx', { origin: 'http://localhost:5000' })
    expect(headers['access-control-allow-origin']).toBeUndefined()
  })

  test('reports changes to the browser through a WebSocket', async () => {
    const token = /wsToken = "([^"]+)"/.exec((await raw('/@vite/client')).text)?.[1] ?? ''
    const socket = new WebSocket(`${url.replace('http', 'ws')}/?token=${token}`, 'vite-hmr')
    const message = await new Promise<string>((resolve) => {
      socket.addEventListener('message', ({ data }) => resolve(String(data)))
    })
    expect(JSON.parse(message)).toEqual({ type: 'connected' })
    socket.close()
  })
})
