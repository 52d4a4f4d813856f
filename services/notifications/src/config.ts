import { linkKey, required, wholeNumber } from '@shop/shared/config'
import { serviceConfig, type ServiceConfig } from '@shop/shared/service'
import * as v from 'valibot'

const MINUTE_MS = 60_000

export const notificationsConfig = {
  ...serviceConfig,
  SMTP_URL: v.pipe(required, v.regex(/^smtps?:\/\/[^/]/, 'Must be an smtp:// or smtps:// address')),
  /** The sender of every mail, with or without a name: `Corner <orders@corner.example>`. */
  MAIL_FROM: v.pipe(
    required,
    v.regex(/^(?:[^<>\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'Must be an address'),
  ),
  ACCOUNT_LINK_KEY: linkKey,
  ORDER_LINK_KEY: linkKey,
  /** The pause after the first failed try, in milliseconds; it doubles with each. Tests shorten it. */
  MAIL_RETRY_MS: wholeNumber(MINUTE_MS),
  /** How long a mail belongs to the process that sends it, in milliseconds; a try ends after two thirds of it. */
  MAIL_LEASE_MS: wholeNumber(MINUTE_MS),
}

export interface NotificationsConfig extends ServiceConfig {
  SMTP_URL: string
  MAIL_FROM: string
  ACCOUNT_LINK_KEY: string
  ORDER_LINK_KEY: string
  MAIL_RETRY_MS: number
  MAIL_LEASE_MS: number
}
