import { chooseStaffRefund, press } from './acts.ts'
import type { Cast } from './cast.ts'
import type { Scene } from './scene.ts'

const who = 'staff'

/** The pages of staff. */
export function staff(paths: Cast['paths']): Scene[] {
  return [
    { name: 'staff-overview', who, path: '/staff' },
    { name: 'staff-people', who, path: '/staff/people' },
    { name: 'staff-blocked', who, path: '/staff/people?blocked=true' },
    {
      name: 'staff-people-errors',
      who,
      path: '/staff/people?q=ana',
      async act(page) {
        await page.getByText('Block this person').first().click()
        await page
          .getByRole('button', { name: /^Block/ })
          .first()
          .click()
        await page.getByText('There is a problem').waitFor()
      },
    },
    { name: 'staff-people-none', who, path: '/staff/people?q=nobody' },
    ...products(),
    ...orders(paths),
    { name: 'staff-dead-letters', who, path: '/staff/dead-letters' },
    {
      name: 'staff-dead-letters-open',
      who,
      path: '/staff/dead-letters',
      async act(page) {
        await page.getByText('Show the event').first().click()
        await page
          .getByRole('link', { name: /^Delete/ })
          .first()
          .click()
        await page.getByText('for good?').waitFor()
      },
    },
    { name: 'staff-messages', who, path: '/staff/messages' },
    { name: 'staff-messages-failed', who, path: '/staff/messages?state=Failed' },
    { name: 'staff-messages-none', who, path: '/staff/messages?q=nobody@example.com' },
    { name: 'staff-refused', who: 'buyer', path: '/staff' },
  ]
}

function products(): Scene[] {
  return [
    { name: 'staff-reports', who, path: '/staff/reports' },
    { name: 'staff-reports-appeals', who, path: '/staff/reports?status=appeals' },
    { name: 'staff-reports-dismissed', who, path: '/staff/reports?status=dismissed' },
    {
      name: 'staff-reports-errors',
      who,
      path: '/staff/reports',
      async act(page) {
        await page.getByRole('button', { name: 'Hide product' }).first().click()
        await page.getByText('There is a problem').waitFor()
      },
    },
    { name: 'staff-products', who, path: '/staff/products' },
    { name: 'staff-products-hidden', who, path: '/staff/products?status=hidden' },
    {
      name: 'staff-products-errors',
      who,
      path: '/staff/products?q=teapot&status=live',
      async act(page) {
        await page.locator('details summary').first().click()
        await press('Hide product')(page)
      },
    },
    { name: 'staff-products-none', who, path: '/staff/products?q=submarine' },
  ]
}

function orders(paths: Cast['paths']): Scene[] {
  const one = (name: string, path: string, act?: Scene['act']): Scene => ({
    name: `staff-order${name}`,
    who,
    path: `/staff${path}`,
    ...(act && { act }),
  })
  return [
    { name: 'staff-orders', who, path: '/staff/orders' },
    { name: 'staff-orders-none', who, path: '/staff/orders?q=nobody@example.com' },
    one('', paths.complete),
    one('-asked', paths.asked),
    one('-failed', paths.failed),
    one('-refund-errors', paths.complete, async (page) => {
      await page.getByText('Refund an amount').click()
      await press('Continue')(page)
    }),
    one('-refund-confirm', paths.complete, chooseStaffRefund),
  ]
}
