import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readStack } from '@shop/shared/testing'
import { chromium, type Browser, type Page } from 'playwright'
import { launchOptions } from '../fixtures/browser/launch.ts'
import { trustingHome } from '../fixtures/browser/trusting-home.ts'
import type { Visitor } from '../fixtures/visitor.ts'
import { createCast } from './cast.ts'
import type { Scene } from './scene.ts'
import { scenes } from './scenes.ts'

const OUT = join(import.meta.dir, 'out')
const HEIGHTS = { 390: 844, 1280: 900 }
const THEMES = ['light', 'dark'] as const

// Arguments select scenes by the beginning of their names.
const wanted = process.argv.slice(2)
const { url, ca } = await readStack()
const cast = await createCast()
const selected = scenes(cast).filter(
  ({ name }) => wanted.length === 0 || wanted.some((begin) => name.startsWith(begin)),
)
const browser = await chromium.launch(launchOptions(trustingHome(ca)))
mkdirSync(OUT, { recursive: true })
const frames = Object.entries(HEIGHTS).flatMap(([width, height]) =>
  THEMES.map((theme): Frame => ({ width: Number(width), height, theme })),
)
for (const scene of selected) await Promise.all(frames.map((frame) => take(browser, scene, frame)))
await browser.close()
console.log(`wrote ${selected.length} scenes to ${OUT}`)

interface Frame {
  width: number
  height: number
  theme: (typeof THEMES)[number]
}

async function take(on: Browser, scene: Scene, { width, height, theme }: Frame): Promise<void> {
  const context = await on.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  try {
    await enter(context, cast.people[scene.who])
    const page = await context.newPage()
    await page.goto(scene.path, { waitUntil: 'networkidle' })
    await scene.act?.(page)
    await loadPictures(page)
    if (scene.isPrinted) await page.emulateMedia({ media: 'print' })
    const path = join(OUT, `${scene.name}-${width}-${theme}.png`)
    await page.screenshot({ path, fullPage: true })
  } catch (error) {
    process.exitCode = 1
    console.error(`${scene.name}, ${width}, ${theme}: ${String(error)}`)
  } finally {
    await context.close()
  }
}

async function enter(context: Awaited<ReturnType<Browser['newContext']>>, { cookie }: Visitor) {
  const value = cookie.slice('session='.length)
  if (value !== '') await context.addCookies([{ name: 'session', value, url, httpOnly: true }])
}

/** Loads lazy pictures. */
async function loadPictures(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  })
}
