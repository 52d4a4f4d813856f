import { privateKey, wholeNumber } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'

export const authConfig = {
  ...serviceConfig,
  JWT_PRIVATE_KEY: privateKey,
  /** Per client address; for guests ten times as many. */
  SIGNUPS_PER_HOUR: wholeNumber(20),
}

export interface AuthConfig extends ServiceConfig {
  JWT_PRIVATE_KEY: string
  SIGNUPS_PER_HOUR: number
}
