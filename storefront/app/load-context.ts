import type { Log } from '@shop/shared/log'
import type { Api } from './api/client.server.ts'

declare module '@remix-run/node' {
  /** What loaders and actions may use. */
  interface AppLoadContext {
    api: Api
    log: Log
    nonce: string
    /** Finds this request in the logs. */
    requestId: string
    /** The public address of the shop, for links that leave it. */
    origin: string
    /** Set by an action without script whose page comes back, whatever its loader would lead to. */
    keepsPage?: boolean
    stripeKey: string
    stripeJsUrl: string
  }
}
