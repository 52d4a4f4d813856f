import type { Log } from '@shop/shared/log'
import type { Api } from './api/client.server.ts'

declare module '@remix-run/node' {
  interface AppLoadContext {
    api: Api
    log: Log
    nonce: string
    requestId: string
    /** The public origin, for absolute links. */
    origin: string
    /** Set by an action without script to render its own page even if the loader would redirect. */
    keepsPage?: boolean
    stripeKey: string
    stripeJsUrl: string
  }
}
