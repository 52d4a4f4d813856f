import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { CARD_FORM_SCRIPT, CHALLENGE_SCRIPT, STRIPE_SCRIPT } from './scripts.ts'

const SCRIPTS = {
  '/stripe.js': STRIPE_SCRIPT,
  '/elements/card-form.js': CARD_FORM_SCRIPT,
  '/elements/challenge.js': CHALLENGE_SCRIPT,
}

/** The scripts for browsers, which must revalidate them. */
export function scriptRoutes() {
  const routes = new Hono()
  for (const [path, script] of Object.entries(SCRIPTS))
    routes.get(path, etag(), (c) =>
      c.body(script, 200, {
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
      }),
    )
  return routes
}
