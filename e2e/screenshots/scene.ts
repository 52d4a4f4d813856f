import type { Page } from 'playwright'
import type { Cast } from './cast.ts'

export interface Scene {
  name: string
  who: keyof Cast['people']
  path: string
  /** Runs on the page before the screenshot. */
  act?: (page: Page) => Promise<void>
  /** As it comes out of a printer. */
  isPrinted?: boolean
}
