import { loadConfig } from '@shop/shared/config'
import { runService, serviceConfig } from '@shop/shared/service'
import { createAuth } from './service.ts'

runService('auth', loadConfig(serviceConfig), createAuth)
