import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { notificationsConfig } from './config.ts'
import { createNotifications } from './service.ts'

runService('notifications', loadConfig(notificationsConfig), createNotifications)
