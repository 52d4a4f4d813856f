import { loadConfig } from '@shop/shared/config'
import { runService } from '@shop/shared/service'
import { productsConfig } from './config.ts'
import { createProducts } from './service.ts'

runService('products', loadConfig(productsConfig), createProducts)
