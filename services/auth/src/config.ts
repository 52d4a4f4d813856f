import { wholeNumber } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'

/** Environment of the auth service. */
export const authConfig = {
  ...serviceConfig,
  /** Per address of a client; ten times as many guests may begin. */
  SIGNUPS_PER_HOUR: wholeNumber(20),
}

export interface AuthConfig extends ServiceConfig {
  SIGNUPS_PER_HOUR: number
}
