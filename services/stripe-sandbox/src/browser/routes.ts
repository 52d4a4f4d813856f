import { Hono } from 'hono'
import type { Surroundings, WireEnv } from '../api/endpoint.ts'
import { showCardForm } from './card-form-page.ts'
import { answerChallenge, showChallenge } from './challenge-page.ts'
import { showOverview } from './overview-page.ts'
import { scriptRoutes } from './script-routes.ts'

/** Where the sandbox is for browsers: on its own address, and below its path of the front door. */
const PLACES = ['', '/stripe-sandbox']
const OVERVIEW = ['/', '/sandbox', '/stripe-sandbox', '/stripe-sandbox/']
const CHALLENGE = PLACES.map((place) => `${place}/3d-secure/:id`)
const CARD_FORM = PLACES.map((place) => `${place}/elements/card-form`)

/** The pages for people, and what stands in for Stripe.js. */
export function browserRoutes({ db, committed }: Surroundings) {
  const routes = new Hono<WireEnv>()
    .on('GET', OVERVIEW, (c) => showOverview(c, db))
    .on('GET', CHALLENGE, (c) => showChallenge(c, db))
    .on('POST', CHALLENGE, (c) => answerChallenge(c, db, committed))
    .on('GET', CARD_FORM, showCardForm)
  for (const place of PLACES) routes.route(place, scriptRoutes())
  return routes
}
