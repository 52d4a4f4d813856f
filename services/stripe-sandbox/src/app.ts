import type { Log } from '@shop/shared/log'
import { Hono, type Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as charges from './api/charges.ts'
import { confirmPaymentIntent } from './api/confirm-intent.ts'
import * as confirmationTokens from './api/confirmation-tokens.ts'
import { createEndpoints, type Dependencies, type WireEnv } from './api/endpoint.ts'
import * as events from './api/events.ts'
import { lookUpIntent } from './api/look-up-intent.ts'
import * as intents from './api/payment-intents.ts'
import * as paymentMethods from './api/payment-methods.ts'
import * as refunds from './api/refunds.ts'
import * as tokens from './api/tokens.ts'
import { browserRoutes } from './browser/routes.ts'
import { controlRoutes } from './control-routes.ts'
import { OUTAGE } from './faults/apply-fault.ts'
import { limitOutsideAccess } from './guards.ts'
import { ApiError, unknownUrl } from './rules/api-error.ts'
import { newId } from './rules/ids.ts'
import { API_VERSION } from './webhooks/record-event.ts'

interface SandboxParts extends Dependencies {
  log: Log
}

/** The sandbox: Stripe's API below /v1, its own controls below /sandbox. */
export function createSandboxApp({ log, ...parts }: SandboxParts) {
  const endpoint = createEndpoints(parts)
  return new Hono<WireEnv>()
    .use(async (c, next) => {
      c.set('requestId', newId('req', 14))
      c.header('request-id', c.get('requestId'))
      c.header('stripe-version', c.req.header('stripe-version') ?? API_VERSION)
      await next()
      const { method, path } = c.req
      log.info({ method, path, status: c.res.status, requestId: c.get('requestId') }, 'request')
    })
    .onError((error, c) => {
      if (error instanceof ApiError) return errorResponse(c, error)
      log.error({ error, path: c.req.path }, 'unexpected error')
      return errorResponse(c, OUTAGE)
    })
    .notFound((c) => errorResponse(c, unknownUrl(c.req.method, c.req.path)))
    .use(limitOutsideAccess)
    .get('/livez', (c) => c.text('ok'))
    .get('/readyz', (c) => c.text('ok'))
    .route('/v1', wireRoutes(endpoint))
    .route('/v1', stripeJsRoutes(endpoint))
    .route('/stripe-sandbox/v1', stripeJsRoutes(endpoint))
    .route('/sandbox', controlRoutes(parts))
    .route('/', browserRoutes(parts))
}

type Endpoint = ReturnType<typeof createEndpoints>

function wireRoutes(endpoint: Endpoint) {
  return new Hono<WireEnv>()
    .post('/payment_intents', endpoint(intents.createPaymentIntent))
    .get('/payment_intents', endpoint(intents.listPaymentIntents))
    .get('/payment_intents/:id', endpoint(intents.retrievePaymentIntent))
    .post('/payment_intents/:id/confirm', endpoint(confirmPaymentIntent))
    .post('/payment_intents/:id/capture', endpoint(intents.capturePaymentIntent))
    .post('/payment_intents/:id/cancel', endpoint(intents.cancelPaymentIntent))
    .get('/charges', endpoint(charges.listCharges))
    .get('/charges/:id', endpoint(charges.retrieveCharge))
    .post('/refunds', endpoint(refunds.createRefund))
    .get('/refunds', endpoint(refunds.listRefunds))
    .get('/refunds/:id', endpoint(refunds.retrieveRefund))
    .post('/tokens', endpoint(tokens.createToken))
    .get('/tokens/:id', endpoint(tokens.retrieveToken))
    .post('/payment_methods', endpoint(paymentMethods.createPaymentMethod))
    .get('/payment_methods/:id', endpoint(paymentMethods.retrievePaymentMethod))
    .get('/confirmation_tokens/:id', endpoint(confirmationTokens.retrieveConfirmationToken))
    .post('/test_helpers/confirmation_tokens', endpoint(confirmationTokens.createConfirmationToken))
    .get('/events', endpoint(events.listEvents))
    .get('/events/:id', endpoint(events.retrieveEvent))
}

/**
 * The calls of Stripe.js, reachable through the front door. Stripe passes the client
 * secret of a look-up in the query, which the front door would log.
 */
function stripeJsRoutes(endpoint: Endpoint) {
  return new Hono<WireEnv>()
    .post('/confirmation_tokens', endpoint(confirmationTokens.createTypedConfirmationToken))
    .post('/payment_intents/:id/look_up', endpoint(lookUpIntent))
}

function errorResponse(c: Context, error: ApiError): Response {
  return c.json(error.body, error.status as ContentfulStatusCode)
}
