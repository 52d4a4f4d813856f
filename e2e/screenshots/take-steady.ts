import { writeFileSync } from 'node:fs'
import type { Page } from 'playwright'

const TRIES = 8

/** Takes a picture of the whole page as soon as two in a row are the same. */
export async function takeSteady(page: Page, path: string): Promise<void> {
  await loadPictures(page)
  let last = await shoot(page)
  for (let count = 1; count < TRIES; count += 1) {
    const next = await shoot(page)
    const isSteady = next.equals(last)
    last = next
    if (isSteady) break
  }
  writeFileSync(path, last)
}

const shoot = (page: Page) => page.screenshot({ fullPage: true, animations: 'disabled' })

/** Loads lazy pictures and fonts. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
    await document.fonts.ready
  })
}
