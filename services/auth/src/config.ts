import { linkKey, privateKey, wholeNumber } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'
import * as v from 'valibot'

export const authConfig = {
  ...serviceConfig,
  JWT_PRIVATE_KEY: privateKey,
  /** For links in mails about an account; the previous one still opens older links. */
  ACCOUNT_LINK_KEY: linkKey,
  ACCOUNT_LINK_KEY_PREVIOUS: v.optional(linkKey),
  /** Per client address; for guests ten times as many. */
  SIGNUPS_PER_HOUR: wholeNumber(20),
}

export interface AuthConfig extends ServiceConfig {
  JWT_PRIVATE_KEY: string
  ACCOUNT_LINK_KEY: string
  ACCOUNT_LINK_KEY_PREVIOUS?: string | undefined
  SIGNUPS_PER_HOUR: number
}
