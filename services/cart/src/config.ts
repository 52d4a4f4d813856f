import { required } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'

export const cartConfig = { ...serviceConfig, PUBLIC_MEDIA_URL: required }

export type CartConfig = ServiceConfig & { PUBLIC_MEDIA_URL: string }
