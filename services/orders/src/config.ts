import { linkKey, required } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'
import * as v from 'valibot'

export const ordersConfig = {
  ...serviceConfig,
  PUBLIC_MEDIA_URL: required,
  /** For the link to an order in mails; the previous one still opens older links. */
  ORDER_LINK_KEY: linkKey,
  ORDER_LINK_KEY_PREVIOUS: v.optional(linkKey),
}

export interface OrdersConfig extends ServiceConfig {
  PUBLIC_MEDIA_URL: string
  ORDER_LINK_KEY: string
  ORDER_LINK_KEY_PREVIOUS?: string | undefined
}
