import { Hono } from 'hono'
import type { Dependencies, WireEnv } from '../api/endpoint.ts'
import { showCardForm } from './card-form-page.ts'
import { submitChallenge, showChallenge } from './challenge-page.ts'
import { showOverview } from './overview-page.ts'
import { scriptRoutes } from './script-routes.ts'

/** The sandbox's paths for browsers: on its own port and through the front door. */
const PLACES = ['', '/stripe-sandbox']
const OVERVIEW = ['/', '/sandbox', '/stripe-sandbox', '/stripe-sandbox/']
const CHALLENGE = PLACES.map((place) => `${place}/3d-secure/:id`)
const CARD_FORM = PLACES.map((place) => `${place}/elements/card-form`)

/** The pages and the stand-in for Stripe.js. */
export function browserRoutes({ db, onCommit }: Dependencies) {
  const routes = new Hono<WireEnv>()
    .on('GET', OVERVIEW, (c) => showOverview(c, db))
    .on('GET', CHALLENGE, (c) => showChallenge(c, db))
    .on('POST', CHALLENGE, (c) => submitChallenge(c, db, onCommit))
    .on('GET', CARD_FORM, showCardForm)
  for (const place of PLACES) routes.route(place, scriptRoutes())
  return routes
}
