import { PAGES } from '../../fixtures/browser/pages.ts'
import { expect, test } from '../../fixtures/browser/test.ts'

/**
 * What a screen reader is told, in `aria/<page>.aria.yml`: landmarks, headings, labels, links and states. Each file is
 * written by hand: a changed line is copied from the failed test, and what is random becomes a regular expression.
 */
const MAIN_PAGES = [
  'home',
  'product',
  'cart',
  'checkout, address',
  'checkout, payment',
  'checkout, another address',
  'checkout, thanks',
  'sign-in',
  'orders',
  'an unpaid order',
  'account',
  'seller, dashboard',
  'seller, new product',
  'seller, product',
  'staff, overview',
  'staff, one order',
]

/** A page with the header of the shop, and one with that of a task. */
const FRAMED = ['sign-in', 'checkout, address']

const fileOf = (name: string) => `${name.replaceAll(/\W+/g, '-')}.aria.yml`

for (const name of MAIN_PAGES)
  test(`the page “${name}” is read aloud as before`, async ({ shopper }) => {
    const path = (await PAGES[name]?.(shopper)) ?? ''
    const main = shopper.getByRole('main')
    // Some of what staff read is written a moment after the sale.
    await expect(async () => {
      await shopper.goto(path)
      await expect(main).toMatchAriaSnapshot({ name: fileOf(name), timeout: 5000 })
    }).toPass({ timeout: 20_000 })
  })

for (const name of FRAMED)
  test(`header and footer of the page “${name}” are read aloud as before`, async ({ shopper }) => {
    await shopper.goto((await PAGES[name]?.(shopper)) ?? '')
    await expect(shopper).toMatchAriaSnapshot({ name: `frame-${fileOf(name)}` })
  })
