import { testEveryRoute } from '@shop/shared/testing/every-route'
import { startTestNotifications } from '../testing/index.ts'

testEveryRoute('notifications', () => startTestNotifications({ LIMIT_SCALE: 1 }))
