import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright'
import { launchOptions } from '../fixtures/browser/launch.ts'
import { trustingHome } from '../fixtures/browser/trusting-home.ts'
import type { Visitor } from '../fixtures/visitor.ts'
import type { Cast } from './cast.ts'
import type { Scene } from './scene.ts'
import { takeSteady } from './take-steady.ts'

const HEIGHTS = { 390: 844, 1280: 900 }
/** A picture that is missing would be a difference: a busy machine is waited for. */
const PATIENCE_MS = 120_000
const THEMES = ['light', 'dark'] as const
const FRAMES = Object.entries(HEIGHTS).flatMap(([width, height]) =>
  THEMES.map((theme): Frame => ({ width: Number(width), height, theme })),
)

interface Frame {
  width: number
  height: number
  theme: (typeof THEMES)[number]
}

export interface Filmed {
  shop: { url: string; ca: string }
  people: Cast['people']
  scenes: readonly Scene[]
  folder: string
}

/** Takes every scene in every frame; returns how many pictures could not be taken. */
export async function takeScenes({ shop, people, scenes, folder }: Filmed): Promise<number> {
  const browser = await chromium.launch(launchOptions(trustingHome(shop.ca)))
  mkdirSync(folder, { recursive: true })
  let failed = 0
  const film = async (scene: Scene, frame: Frame) => {
    const name = `${scene.name}-${frame.width}-${frame.theme}`
    try {
      await take(browser, { url: shop.url, visitor: people[scene.who], scene, frame }, (page) =>
        takeSteady(page, join(folder, `${name}.png`)),
      )
    } catch (error) {
      failed += 1
      console.error(`${name}: ${String(error)}`)
    }
  }
  for (const scene of scenes)
    if (scene.isInTurn === true) for (const frame of FRAMES) await film(scene, frame)
    else await Promise.all(FRAMES.map((frame) => film(scene, frame)))
  await browser.close()
  return failed
}

interface Take {
  url: string
  visitor: Visitor
  scene: Scene
  frame: Frame
}

async function take(
  on: Browser,
  { url, visitor, scene, frame: { width, height, theme } }: Take,
  shoot: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await on.newContext({
    baseURL: url,
    viewport: { width, height },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
  })
  try {
    context.setDefaultTimeout(PATIENCE_MS)
    await enter(context, visitor, url)
    const page = await context.newPage()
    await page.goto(scene.path, { waitUntil: 'networkidle' })
    await scene.act?.(page)
    if (scene.isPrinted) await page.emulateMedia({ media: 'print' })
    await shoot(page)
  } finally {
    await context.close()
  }
}

async function enter(context: BrowserContext, { cookie }: Visitor, url: string): Promise<void> {
  const value = cookie.slice('session='.length)
  if (value !== '') await context.addCookies([{ name: 'session', value, url, httpOnly: true }])
}
