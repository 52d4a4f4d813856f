import { required } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'

export const ordersConfig = { ...serviceConfig, PUBLIC_MEDIA_URL: required }

export type OrdersConfig = ServiceConfig & { PUBLIC_MEDIA_URL: string }
