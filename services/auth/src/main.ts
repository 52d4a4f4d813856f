import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { authConfig } from './config.ts'
import { createAuth } from './service.ts'

runService('auth', loadConfig(authConfig), createAuth)
