import { expect, test } from 'bun:test'
import { pagePaths } from './page-paths.ts'

test('the pages of nested routes, those without parameters first', () => {
  const routes = {
    root: { path: '' },
    'routes/products.$id': { path: 'products/:id', parentId: 'root' },
    'routes/_index': { parentId: 'root' },
    'routes/sell': { path: 'sell', parentId: 'root' },
    'routes/sell._index': { parentId: 'routes/sell' },
    'routes/sell.orders': { path: 'orders', parentId: 'routes/sell' },
    'routes/$': { path: '*', parentId: 'root' },
  }
  expect(pagePaths(routes)).toEqual([
    '/',
    '/_root.data',
    '/sell',
    '/sell.data',
    '/sell/orders',
    '/sell/orders.data',
    '/products/:id',
  ])
})
