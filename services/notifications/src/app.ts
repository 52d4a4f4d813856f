import type { AppEnv } from '@shop/shared/http'
import { Hono } from 'hono'
import type { Deps } from './deps.ts'
import { listMessages } from './routes/list-messages.ts'
import { sendAgain } from './routes/send-again.ts'

export function createNotificationsApp(deps: Deps) {
  return new Hono<AppEnv>()
    .basePath('/api/notifications')
    .get('/messages', ...listMessages(deps))
    .post('/messages/:key/send-again', ...sendAgain(deps))
}
