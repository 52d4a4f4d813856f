import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startTestCart } from '../testing/index.ts'

testEveryRoute('cart', () => startTestCart({ LIMIT_SCALE: 1 }))
