import { Hono } from 'hono'
import type { Surroundings, WireEnv } from '../api/endpoint.ts'
import { answerChallenge, showChallenge } from './challenge-page.ts'
import { showOverview } from './overview-page.ts'

const OVERVIEW = ['/', '/sandbox', '/stripe-sandbox', '/stripe-sandbox/']
const CHALLENGE = ['/3d-secure/:id', '/stripe-sandbox/3d-secure/:id']

/** The pages for people, on the sandbox's own address and below its path of the front door. */
export function browserRoutes({ db, committed }: Surroundings) {
  return new Hono<WireEnv>()
    .on('GET', OVERVIEW, (c) => showOverview(c, db))
    .on('GET', CHALLENGE, (c) => showChallenge(c, db))
    .on('POST', CHALLENGE, (c) => answerChallenge(c, db, committed))
}
