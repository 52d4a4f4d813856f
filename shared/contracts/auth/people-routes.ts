import { ReasonBody } from '../reason.ts'
import { BODY_PROBLEMS, listOf, routesOf, withBody } from '../route.ts'
import * as examples from './examples.ts'
import { PeopleQuery, PersonResponse, ShopResponse } from './people.ts'

const route = routesOf('auth')
const person = withBody(PersonResponse, examples.person)

/** Routes about other people's accounts. */
export const PEOPLE_ROUTES = [
  route('GET', '/api/users', 'admin', 'Search accounts', {
    description:
      'Newest first; with `q`, an id or the beginning of an email address, by address. `blocked` leaves only blocked ones.',
    query: PeopleQuery,
    example: { query: { q: 'ann@', limit: '10' } },
    responses: {
      200: withBody(listOf(PersonResponse), { items: [examples.person], nextCursor: null }),
    },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('POST', '/api/users/:userId/block', 'admin', 'Block an account', {
    description:
      'Ends all sessions of the account at every service, refuses new ones, and takes its products off the catalogue. The person gets the reason by mail. Staff cannot be blocked. Repeating it changes nothing.',
    body: ReasonBody,
    example: { body: examples.reason },
    responses: { 200: person },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'not-found'],
  }),
  route('POST', '/api/users/:userId/unblock', 'admin', 'Unblock an account', {
    description: 'Repeating it changes nothing.',
    body: ReasonBody,
    example: { body: examples.reason },
    responses: { 200: person },
    problems: [...BODY_PROBLEMS, 'unauthenticated', 'not-found'],
  }),
  route('GET', '/api/users/:userId/shop', 'anyone', 'Get a shop', {
    description: 'The shop of a seller who has given it a name and is not blocked.',
    responses: { 200: withBody(ShopResponse, examples.shop) },
    problems: ['not-found'],
  }),
]
