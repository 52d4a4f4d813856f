import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startTestAuth } from '../testing/index.ts'

testEveryRoute('auth', () => startTestAuth({ LIMIT_SCALE: 1 }))
