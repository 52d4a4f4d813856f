import { EXAMPLE_IDS } from '../example-ids.ts'
import type { ImportResponse } from './import-schemas.ts'
import type { ProductFacets, ProductPageResponse } from './list-schemas.ts'
import type { CasesResponse, ReportBody } from './moderation-schemas.ts'
import type {
  ChangeStockBody,
  CreateProductBody,
  ProductResponse,
  UpdateProductBody,
} from './schemas.ts'

export const imageUrl = `https://minio-api.local/product-images/products/${EXAMPLE_IDS.product}/${EXAMPLE_IDS.picture}-1200.webp`

export const newProduct: CreateProductBody = {
  title: 'Teapot',
  description: 'A round teapot of white porcelain. Holds one liter.',
  category: 'kitchen',
  price: 24.5,
  quantity: 12,
}

export const update = { title: 'White teapot', price: 22 } satisfies UpdateProductBody

export const delivery: ChangeStockBody = { delta: 5, reason: 'delivery' }

export const picture = { alt: 'The teapot from above' }

export const pictureOrder = { order: [EXAMPLE_IDS.picture] }

export const product: ProductResponse = {
  id: EXAMPLE_IDS.product,
  title: 'Teapot',
  description: 'A round teapot of white porcelain. Holds one liter.',
  category: 'kitchen',
  price: 24.5,
  quantity: 12,
  available: 12,
  imageUrl,
  images: [{ url: imageUrl, alt: 'The teapot from above' }],
  userId: EXAMPLE_IDS.seller,
  sellerName: "Ann's Teapots",
  archived: false,
  version: 1,
  createdAt: '2026-11-29T09:00:00.000Z',
  updatedAt: '2026-11-29T09:05:00.000Z',
}

export const createdProduct: ProductResponse = {
  ...product,
  imageUrl: null,
  images: [],
  version: 0,
  updatedAt: product.createdAt,
}

export const updatedProduct: ProductResponse = { ...product, ...update, version: 2 }

export const restockedProduct: ProductResponse = { ...product, quantity: 17, available: 17 }

export const stockMove = {
  id: '64b7f0c2a1b2c3d4e5f60708',
  delta: 5,
  reason: 'delivery' as const,
  after: 17,
  at: '2026-11-29T10:00:00.000Z',
  by: EXAMPLE_IDS.seller,
}

const facets: ProductFacets = {
  categories: [{ name: 'kitchen', count: 1 }],
  sellers: [{ id: EXAMPLE_IDS.seller, name: "Ann's Teapots", count: 1 }],
  sellerCount: 1,
  price: { min: 24.5, max: 24.5 },
}

export const search = { q: 'teapot', category: 'kitchen', sort: 'price', facets: '1', limit: '10' }

export const page: ProductPageResponse = { items: [product], nextCursor: null, facets, total: 1 }

export const bulk = {
  items: [{ id: EXAMPLE_IDS.product, version: 1 }],
  change: { action: 'change-price' as const, percent: -10 },
}

export const bulkResponse = {
  results: [{ id: EXAMPLE_IDS.product, status: 'changed' as const, version: 2 }],
}

export const csv =
  'id,title,description,category,price,quantity,draft\r\n,Teapot,A round teapot.,kitchen,24.5,12,no\r\n'

export const importCheck = {
  rows: 1,
  created: 1,
  updated: 0,
  badRows: 0,
  problems: [],
  problemCount: 0,
}

export const problems = 'line,column,reason,value\r\n2,price,Must be a number,free\r\n'

export const importResponse: ImportResponse = {
  id: '64b7f0c2a1b2c3d4e5f60709',
  status: 'running',
  rows: 1,
  done: 0,
  created: 1,
  updated: 0,
  failed: [],
  createdAt: '2026-11-29T11:00:00.000Z',
}

export const staffReason = { reason: 'This brand does not make teapots.' }

export const hiddenProduct: ProductResponse = {
  ...product,
  archived: true,
  off: ['hidden'],
  hiding: { ...staffReason, at: '2026-11-29T12:00:00.000Z' },
}

export const appeal = { note: 'They began last year: see their catalog.' }

export const report: ReportBody = { reason: 'counterfeit', note: 'This brand makes no teapots.' }

export const reportResponse = {
  reason: 'counterfeit' as const,
  note: 'This brand makes no teapots.',
  at: '2026-11-29T11:30:00.000Z',
}

export const cases: CasesResponse = {
  items: [{ product, reports: [reportResponse], acts: [] }],
  nextCursor: null,
  counts: { open: 1, appeals: 0, hidden: 0, dismissed: 0 },
}

const hidingAct = {
  act: 'hide' as const,
  ...staffReason,
  by: EXAMPLE_IDS.seller,
  at: '2026-11-29T12:00:00.000Z',
}

export const allProducts = {
  items: [{ product: hiddenProduct, acts: [hidingAct] }],
  nextCursor: null,
}
