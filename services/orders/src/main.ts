import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { ordersConfig } from './config.ts'
import { createOrders } from './service.ts'

runService('orders', loadConfig(ordersConfig), createOrders)
