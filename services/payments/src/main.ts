import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { paymentsConfig } from './config.ts'
import { createPayments } from './service.ts'

runService('payments', loadConfig(paymentsConfig), createPayments)
