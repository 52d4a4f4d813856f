import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { addPicture } from './routes/add-picture.ts'
import { appealProduct } from './routes/appeal-product.ts'
import { archiveProduct } from './routes/archive-product.ts'
import { bulkProducts } from './routes/bulk-products.ts'
import { changeStock } from './routes/change-stock.ts'
import { createProduct } from './routes/create-product.ts'
import { dismissReports } from './routes/dismiss-reports.ts'
import { exportProducts } from './routes/export-products.ts'
import { getImport } from './routes/get-import.ts'
import { getProduct } from './routes/get-product.ts'
import { importProducts } from './routes/import-products.ts'
import { listAll } from './routes/list-all.ts'
import { listImportProblems } from './routes/list-import-problems.ts'
import { listProducts } from './routes/list-products.ts'
import { listReports } from './routes/list-reports.ts'
import { listStockMoves } from './routes/list-stock-moves.ts'
import { moderateProduct } from './routes/moderate-product.ts'
import { orderPictures } from './routes/order-pictures.ts'
import { publishProduct } from './routes/publish-product.ts'
import { removePicture } from './routes/remove-picture.ts'
import { reportProduct } from './routes/report-product.ts'
import { restoreProduct } from './routes/restore-product.ts'
import { updateProduct } from './routes/update-product.ts'

export function createProductsApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/products')
    .get('/', ...listProducts(deps))
    .post('/', ...createProduct(deps))
    .get('/all', ...listAll(deps))
    .post('/bulk', ...bulkProducts(deps))
    .get('/export.csv', ...exportProducts(deps))
    .post('/import', ...importProducts(deps))
    .post('/import/problems.csv', ...listImportProblems(deps))
    .get('/imports/:id', ...getImport(deps))
    .get('/reports', ...listReports(deps))
    .post('/reports/:id/dismiss', ...dismissReports(deps))
    .get('/:id', ...getProduct(deps))
    .put('/:id', ...updateProduct(deps))
    .delete('/:id', ...archiveProduct(deps))
    .post('/:id/restore', ...restoreProduct(deps))
    .post('/:id/publish', ...publishProduct(deps))
    .post('/:id/reports', ...reportProduct(deps))
    .post('/:id/hide', ...moderateProduct(deps, 'hide'))
    .post('/:id/unhide', ...moderateProduct(deps, 'unhide'))
    .post('/:id/appeal', ...appealProduct(deps))
    .get('/:id/stock', ...listStockMoves(deps))
    .post('/:id/stock', ...changeStock(deps))
    .post('/:id/images', ...addPicture(deps))
    .put('/:id/images', ...orderPictures(deps))
    .delete('/:id/images/:name', ...removePicture(deps))
}
