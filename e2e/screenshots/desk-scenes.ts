import { checkBadFile, chooseRefund } from './acts.ts'
import type { Cast } from './cast.ts'
import type { Scene } from './scene.ts'

/** The seller's pages. */
export function desk(paths: Cast['paths']): Scene[] {
  return [
    { name: 'sell-products', who: 'seller', path: '/sell/products' },
    { name: 'sell-products-empty', who: 'newcomer', path: '/sell/products' },
    { name: 'sell-products-drafts', who: 'seller', path: '/sell/products?show=draft' },
    { name: 'sell-import', who: 'seller', path: '/sell/products/import' },
    { name: 'sell-import-bad', who: 'seller', path: '/sell/products/import', act: checkBadFile },
    { name: 'sell-product-new', who: 'seller', path: '/sell/products/new' },
    { name: 'sell-product-edit', who: 'seller', path: paths.edit },
    { name: 'sell-product-stock', who: 'seller', path: paths.stock },
    { name: 'sell-dashboard', who: 'seller', path: '/sell' },
    { name: 'sell-dashboard-week', who: 'seller', path: '/sell?days=7' },
    { name: 'sell-dashboard-year', who: 'seller', path: '/sell?days=365' },
    { name: 'sell-dashboard-empty', who: 'newcomer', path: '/sell' },
    { name: 'sell-orders', who: 'seller', path: '/sell/orders?status=all' },
    { name: 'sell-orders-empty', who: 'newcomer', path: '/sell/orders' },
    { name: 'sell-order', who: 'seller', path: `/sell${paths.complete}` },
    {
      name: 'sell-order-refund',
      who: 'seller',
      path: `/sell${paths.complete}`,
      act: (page) => page.getByText('Refund it').click(),
    },
    {
      name: 'sell-order-refund-confirm',
      who: 'seller',
      path: `/sell${paths.complete}`,
      act: chooseRefund,
    },
  ]
}
