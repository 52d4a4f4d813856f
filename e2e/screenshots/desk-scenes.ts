import { changeMany, checkBadFile, checkGoodFile, chooseRefund, press, select } from './acts.ts'
import type { Cast } from './cast.ts'
import type { Scene } from './scene.ts'

const who = 'seller'

/** The seller's pages. */
export function desk(paths: Cast['paths']): Scene[] {
  return [...dashboard(), ...products(paths), ...orders(paths)]
}

function dashboard(): Scene[] {
  return [
    { name: 'sell-dashboard', who, path: '/sell' },
    { name: 'sell-dashboard-week', who, path: '/sell?days=7' },
    { name: 'sell-dashboard-year', who, path: '/sell?days=365' },
    { name: 'sell-dashboard-empty', who: 'newcomer', path: '/sell' },
  ]
}

function products(paths: Cast['paths']): Scene[] {
  const list = '/sell/products'
  return [
    { name: 'sell-products', who, path: list },
    { name: 'sell-products-empty', who: 'newcomer', path: list },
    { name: 'sell-products-drafts', who, path: `${list}?show=draft` },
    { name: 'sell-products-none', who, path: `${list}?q=submarine` },
    { name: 'sell-products-selected', who, path: list, act: select },
    { name: 'sell-products-changed', who, path: list, act: changeMany, isInTurn: true },
    { name: 'sell-products-archive', who, path: `${paths.edit}?archive=1` },
    { name: 'sell-import', who, path: `${list}/import` },
    { name: 'sell-import-missing', who, path: `${list}/import`, act: press('Check file') },
    { name: 'sell-import-bad', who, path: `${list}/import`, act: checkBadFile },
    { name: 'sell-import-good', who, path: `${list}/import`, act: checkGoodFile },
    { name: 'sell-import-done', who: 'importer', path: paths.imported },
    { name: 'sell-product-new', who, path: `${list}/new` },
    { name: 'sell-product-errors', who, path: `${list}/new`, act: press('Add product') },
    { name: 'sell-product-edit', who, path: paths.edit },
    { name: 'sell-product-stock', who, path: paths.stock },
    { name: 'sell-product-stock-busy', who, path: paths.busyStock },
    { name: 'sell-product-stock-errors', who, path: paths.stock, act: press('Change stock') },
  ]
}

function orders(paths: Cast['paths']): Scene[] {
  const one = (name: string, path: string, act?: Scene['act']): Scene => ({
    name: `sell-order${name}`,
    who,
    path: `/sell${path}`,
    ...(act && { act }),
  })
  return [
    { name: 'sell-orders', who, path: '/sell/orders?status=all' },
    { name: 'sell-orders-none', who, path: '/sell/orders?q=submarine' },
    { name: 'sell-orders-empty', who: 'newcomer', path: '/sell/orders' },
    one('', paths.complete),
    one('-late', paths.late),
    one('-sent', paths.sent),
    one('-asked', paths.asked),
    one('-refunded', paths.refunded),
    one('-failed', paths.failed),
    one('-send-errors', paths.late, async (page) => {
      await page.getByLabel('Tracking number').fill('?')
      await press('Mark as sent')(page)
    }),
    one('-refund', paths.complete, (page) => page.getByText('Refund it').click()),
    one('-refund-errors', paths.sent, async (page) => {
      await page.getByText('Refund something').click()
      await press('Continue')(page)
    }),
    one('-refund-confirm', paths.complete, chooseRefund),
    one('-slip', `${paths.complete}/slip`),
    { ...one('-slip-printed', `${paths.complete}/slip`), isPrinted: true },
  ]
}
