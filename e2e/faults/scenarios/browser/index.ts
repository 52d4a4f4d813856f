import { moneyOf, readStack } from '@shop/shared/testing'
import { chromium, type Browser } from 'playwright'
import { GOOD_CARD, enterCard, goToPayment, payButton } from '../../../fixtures/browser/checkout.ts'
import { launchOptions } from '../../../fixtures/browser/launch.ts'
import { asShopper, fillCart } from '../../../fixtures/browser/session.ts'
import { trustingHome } from '../../../fixtures/browser/trusting-home.ts'
import { provide } from '../../../stack/provision/provision.ts'
import { createProduct } from '../../kit/create-product.ts'
import type { Scenario } from '../../kit/scenario.ts'
import type { Trial } from '../../kit/trial.ts'
import { BROWSER_FAULTS, type BrowserFault } from './faults.ts'
import { technical, untilComplete } from './shopper.ts'

/** Buys in a browser while a fault happens from the click on Pay on. */
async function buyDuring({ happen }: BrowserFault, trial: Trial, browser: Browser) {
  const product = await createProduct(trial, 1)
  const context = await browser.newContext({ baseURL: (await readStack()).url })
  try {
    const page = await context.newPage()
    await fillCart(page, [{ id: product.id }])
    const orderId = await goToPayment(page)
    await enterCard(page, GOOD_CARD)
    const over = happen(trial, page)
    await payButton(page).click()
    const way = await untilComplete(page)
    await over
    await trial.processes.waitUntilReady()
    const { body } = await asShopper(page, (buyer) => buyer.get(`/api/orders/${orderId}`))
    const { captured, refunded } = await moneyOf(orderId)
    return { way, isChargedOnce: captured - refunded === Math.round(body.total * 100) }
  } finally {
    await context.close()
  }
}

/** Checkouts in a browser, each with another fault while the shopper pays. */
export const inTheBrowser: Scenario = {
  name: 'a shopper in a browser pays during faults',
  invariants: [1, 2, 50],
  full: BROWSER_FAULTS.length,
  hasPages: true,
  run: async (trial) => {
    await provide(['chromium', 'certutil'])
    const browser = await chromium.launch(launchOptions(trustingHome((await readStack()).ca)))
    const bad: string[] = []
    let tries = 0
    try {
      for (const fault of BROWSER_FAULTS) {
        const { way, isChargedOnce } = await buyDuring(fault, trial, browser)
        tries += way.tries
        if (!way.isComplete) bad.push(`${fault.name}: not complete`)
        if (!isChargedOnce) bad.push(`${fault.name}: not charged once`)
        for (const text of technical(way)) bad.push(`${fault.name}: “${text}”`)
        console.log(
          `  ${fault.name}: ${way.tries} more tries; ${way.messages.join(' | ') || 'no message'}`,
        )
      }
    } finally {
      await browser.close()
    }
    return [
      { what: 'checkouts', seen: BROWSER_FAULTS.length, goal: BROWSER_FAULTS.length },
      { what: 'times that shoppers tried again', seen: tries, goal: 'some' },
      {
        what: ['not complete, charged once and told in plain words', ...bad].join('; '),
        seen: bad.length,
        goal: 0,
      },
    ]
  },
}
