import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startTestOrders } from '../testing/index.ts'

testEveryRoute('orders', () => startTestOrders({ LIMIT_SCALE: 1 }))
