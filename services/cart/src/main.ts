import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { cartConfig } from './config.ts'
import { createCart } from './service.ts'

runService('cart', loadConfig(cartConfig), createCart)
