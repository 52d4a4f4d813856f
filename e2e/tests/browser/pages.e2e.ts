import { readStack } from '@shop/shared/testing'
import { COLOR_RULES, axeViolations, overflow } from '../../fixtures/browser/page-checks.ts'
import { PAGES } from '../../fixtures/browser/pages.ts'
import { newProduct } from '../../fixtures/browser/products.ts'
import { signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'
import { callShop } from '../../fixtures/visitor.ts'

for (const [name, prepare] of Object.entries(PAGES))
  test(`${name} has no axe violations, light or dark, and no sideways scroll`, async ({
    shopper,
  }) => {
    await shopper.goto(await prepare(shopper), { waitUntil: 'networkidle' })
    await expect(shopper.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(shopper).toHaveTitle(/ · Corner$/)
    await shopper.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    expect(await axeViolations(shopper)).toEqual([])
    await shopper.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    expect(await axeViolations(shopper, COLOR_RULES)).toEqual([])
    for (const width of [320, 390, 768, 1280]) {
      await shopper.setViewportSize({ width, height: 800 })
      expect(await overflow(shopper)).toBeLessThanOrEqual(0)
    }
  })

test('every link of header and footer works', async ({ shopper }) => {
  await signUp(shopper)
  await shopper.goto('/')
  const links = shopper.locator('header a[href], footer a[href]')
  const addresses = await links.evaluateAll((all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  )
  expect(addresses.length).toBeGreaterThan(12)
  for (const address of new Set(addresses))
    expect((await shopper.goto(address))?.status(), address).toBeLessThan(400)
})

test('robots.txt and sitemap.xml list the public pages', async () => {
  const { url } = await readStack()
  const robots = await callShop('/robots.txt')
  expect(robots.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const rules = robots.text.split('\n')
  for (const place of ['api', 'cart', 'checkout', 'orders', 'account', 'auth', 'sell'])
    expect(rules).toContain(`Disallow: /${place}`)
  expect(rules).toContain(`Sitemap: ${url}/sitemap.xml`)

  await newProduct()
  const { status, headers, text } = await callShop('/sitemap.xml')
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('application/xml; charset=utf-8')
  const places = [...text.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, place]) => place)
  expect(places.slice(0, 2)).toEqual([`${url}/`, `${url}/?category=kitchen`])
  expect(new Set(places).size).toBe(places.length)
  expect(places.at(-1)).toMatch(/\/products\/[\da-f]{24}$/)
})

test('the default icons exist', async () => {
  for (const [path, type] of [
    ['/favicon.svg', 'image/svg+xml'],
    ['/favicon.ico', 'image/x-icon'],
    ['/apple-touch-icon.png', 'image/png'],
  ] as const) {
    const { status, headers } = await callShop(path)
    expect([path, status]).toEqual([path, 200])
    expect(headers.get('content-type')).toContain(type)
  }
})
