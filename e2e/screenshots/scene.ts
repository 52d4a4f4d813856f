import type { Page } from 'playwright'
import type { Cast } from './cast.ts'

export interface Scene {
  name: string
  who: keyof Cast['people']
  path: string
  /** Runs on the page before the screenshot. */
  act?: (page: Page) => Promise<void>
  /** It changes what is stored: its frames are taken one after another. */
  isInTurn?: boolean
  /** As it comes out of a printer. */
  isPrinted?: boolean
}
