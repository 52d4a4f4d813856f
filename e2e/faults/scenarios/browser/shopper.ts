import type { Locator, Page } from 'playwright/test'

const COMPLETE_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 300
/** What only a developer can read. */
const TECHNICAL =
  /undefined|null|\[object|Error:|\b5\d\d\b|ECONN|stack|timeout|https?:|\bat \S+:\d+/i

/** What a shopper went through until the order was complete. */
export interface Way {
  isComplete: boolean
  /** How often they had to try again. */
  tries: number
  /** Messages of errors, each once. */
  messages: string[]
}

/** Waits like a shopper for the order to be complete, and tries again whenever the page offers it. */
export async function untilComplete(page: Page): Promise<Way> {
  const way: Way = { isComplete: false, tries: 0, messages: [] }
  const end = Date.now() + COMPLETE_WITHIN_MS
  while (Date.now() < end) {
    if (await seen(page.getByRole('listitem').filter({ hasText: 'Paid and complete' })))
      return { ...way, isComplete: true }
    for (const text of await page.getByRole('alert').allInnerTexts())
      if (text !== '' && !way.messages.includes(text)) way.messages.push(text)
    const again = page
      .getByRole('button', { name: /^(Pay \$|Try again)/ })
      .or(page.getByRole('link', { name: /^Try again/ }))
      .first()
    if ((await seen(again)) && (await again.isEnabled().catch(() => false))) {
      const isClicked = await again.click({ timeout: 2000 }).then(
        () => true,
        () => false,
      )
      if (isClicked) way.tries += 1
    }
    await Bun.sleep(LOOK_EVERY_MS)
  }
  return way
}

/** The messages that no shopper understands. */
export const technical = ({ messages }: Way) => messages.filter((text) => TECHNICAL.test(text))

// A page that is being left has nothing.
const seen = (locator: Locator) => locator.isVisible().catch(() => false)
