import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startProducts } from '../testing/index.ts'

testEveryRoute('products', () => startProducts(undefined, { LIMIT_SCALE: 1 }))
