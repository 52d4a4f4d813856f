import { afterAll, beforeAll, expect, test } from 'bun:test'
import { callShop } from '../../fixtures/visitor.ts'
import { START_WITHIN_MS, startDev } from '../../stack/testing/dev-server.ts'

let dev: Awaited<ReturnType<typeof startDev>>

beforeAll(async () => {
  dev = await startDev()
}, START_WITHIN_MS)

afterAll(async () => {
  dev.child.kill()
  await dev.child.exited
})

test('GET /api/docs of the development server loads only its own scripts and styles', async () => {
  const page = await fetch(`${dev.url}/api/docs`)
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=UTF-8'])
  const policy = page.headers.get('content-security-policy') ?? ''
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src')) ?? ''
  expect(scripts).not.toContain('unsafe')
  const assets = [...(await page.text()).matchAll(/(?:src|href)="([^"]+)"/g)]
  expect(assets.length).toBe(5)
  for (const [, asset = ''] of assets)
    expect([asset, (await fetch(new URL(asset, dev.url))).status]).toEqual([asset, 200])
})

test.each(['/api/docs', '/api/docs/swagger-ui-bundle.js', '/api/docs/start.js'])(
  'the bundled storefront returns 404 for %s',
  async (path) => {
    const { status, body } = await callShop(path)
    expect([status, body.type]).toEqual([404, '/problems/not-found'])
  },
)
