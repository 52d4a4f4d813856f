import type { Page } from 'playwright/test'
import { pictureForm } from '../../fixtures/api.ts'
import { draw } from '../../fixtures/browser/draw.ts'
import { asShopper, signUp } from '../../fixtures/browser/session.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

const SLOW_MS = 120_000

const SHAPES = {
  portrait: { width: 300, height: 900 },
  panorama: { width: 1500, height: 200 },
  tiny: { width: 8, height: 5 },
  clear: { width: 400, height: 300, kind: 'clear' },
} as const

/** A seller's products, one of each picture shape; one is ordered and one is in the cart. */
async function shapedProducts(page: Page) {
  await page.goto('/')
  await signUp(page)
  const ids: string[] = []
  for (const [name, shape] of Object.entries(SHAPES)) {
    const fields = { title: name, price: 5, quantity: 9, category: 'home' }
    const picture = await draw(page, shape)
    const { body } = await asShopper(page, (seller) =>
      seller.sendForm('POST', '/api/products', pictureForm(fields, picture)),
    )
    await asShopper(page, (seller) =>
      seller.sendForm('POST', `/api/products/${body.id}/images`, pictureForm({}, picture)),
    )
    ids.push(body.id)
  }
  for (const productId of ids)
    await asShopper(page, (one) => one.post('/api/cart/items', { productId, quantity: 1 }))
  const items = ids.map((productId) => ({ productId, quantity: 1 }))
  const { body: order } = await asShopper(page, (one) => one.post('/api/orders', { items }))
  return { ids, order }
}

/** The pictures of a page that are not square or have no light background. */
function badPictures(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const pictures = [...document.querySelectorAll<HTMLImageElement>('main img')]
    // A hidden picture is never loaded, so its decoding would never end.
    const isInView = (picture: Element) =>
      picture.checkVisibility() && picture.getBoundingClientRect().top < innerHeight
    await Promise.all(pictures.filter(isInView).map((picture) => picture.decode().catch(() => {})))
    return pictures.flatMap((picture) => {
      const { objectFit, backgroundColor } = getComputedStyle(picture)
      const [width, height] = [picture.offsetWidth, picture.offsetHeight]
      if (width === 0 && height === 0) return []
      const isRight =
        Math.abs(width - height) <= 1 &&
        objectFit === 'cover' &&
        backgroundColor === 'rgb(243, 238, 228)'
      return isRight ? [] : [`${picture.src}: ${width} × ${height} ${objectFit} ${backgroundColor}`]
    })
  })
}

test('pictures of any shape are shown square on a light background', async ({ shopper }) => {
  test.setTimeout(SLOW_MS)
  const { ids, order } = await shapedProducts(shopper)
  await shopper.emulateMedia({ colorScheme: 'dark' })
  const pages = [
    '/',
    '/?category=home',
    ...ids.map((id) => `/products/${id}`),
    '/cart',
    '/checkout',
    `/checkout/${order.id}`,
    '/orders',
    `/orders/${order.id}`,
    '/sell/products',
    `/sell/products/${ids[0]}`,
    '/sell/orders',
    '/auth/signin',
  ]
  for (const width of [1280, 390]) {
    await shopper.setViewportSize({ width, height: 900 })
    for (const path of pages) {
      await shopper.goto(path)
      expect(await badPictures(shopper), `${path} at ${width}`).toEqual([])
    }
  }
})

async function newPictureless(page: Page): Promise<string> {
  await page.goto('/')
  await signUp(page)
  const fields = { title: `Folding rule ${Date.now()}`, price: 5, quantity: 1, category: 'home' }
  const { body } = await asShopper(page, (seller) => seller.post('/api/products', fields))
  return body.id
}

async function upload(page: Page, id: string, files: Record<string, Buffer>): Promise<void> {
  await page.goto(`/sell/products/${id}`)
  const selected = Object.entries(files).map(([name, buffer]) => {
    const mimeType = name.endsWith('png') ? 'image/png' : 'image/jpeg'
    return { name, mimeType, buffer }
  })
  // Several only once the page's script runs.
  await page.locator('input[type=file][multiple]').setInputFiles(selected)
  await page.getByRole('button', { name: /^Upload \d picture/ }).click()
}

const heavyPicture = (page: Page) => draw(page, { width: 1400, height: 1050, kind: 'noise' })

test('photographs that are too large are scaled down before upload', async ({ shopper }) => {
  test.setTimeout(SLOW_MS)
  const id = await newPictureless(shopper)
  const heavy = await heavyPicture(shopper)
  expect(heavy.byteLength).toBeGreaterThan(5 * 1024 * 1024)
  await upload(shopper, id, {
    'many.jpg': await draw(shopper, { width: 3600, height: 7200, type: 'image/jpeg' }),
    'heavy.png': heavy,
    'long.jpg': await draw(shopper, { width: 12_000, height: 60, type: 'image/jpeg' }),
  })
  const third = shopper.getByRole('button', { name: 'Remove picture 3' })
  await expect(third).toBeVisible({ timeout: SLOW_MS })
  const { body: product } = await asShopper(shopper, (one) => one.get(`/api/products/${id}`))
  const ratios = await shopper.evaluate(
    (urls: string[]) =>
      Promise.all(
        urls.map(async (url) => {
          const image = Object.assign(new Image(), { src: url })
          await image.decode()
          return image.naturalHeight / image.naturalWidth
        }),
      ),
    product.images.map(({ url }: { url: string }) => url),
  )
  for (const [at, wanted] of [2, 1050 / 1400, 60 / 12_000].entries())
    expect(ratios[at]).toBeCloseTo(wanted, 2)
})

test('a photograph that the browser cannot scale down shows the limits', async ({ shopper }) => {
  const id = await newPictureless(shopper)
  const heavy = await heavyPicture(shopper)
  await shopper.addInitScript(() => {
    HTMLCanvasElement.prototype.toBlob = (give) => give(null)
  })
  await upload(shopper, id, { 'heavy.png': heavy })
  const list = shopper.getByRole('list', { name: 'Uploads' })
  await expect(list).toContainText('Save it with at most 25 megapixels and 5 MB.')
})
