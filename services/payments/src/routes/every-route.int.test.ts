import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startTestPayments } from '../testing/index.ts'

testEveryRoute('payments', () => startTestPayments({ LIMIT_SCALE: 1 }))
