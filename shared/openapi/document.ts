import { ROUTES, type RouteContract } from '../contracts/index.ts'
import { bodyOf, parametersIn } from './requests.ts'
import { responsesOf } from './responses.ts'
import { componentSchemas, type Json } from './schemas.ts'

const DESCRIPTION = `The API of the shop.

- Amounts are decimal USD. Times are ISO 8601 in UTC. Ids have 24 hex digits.
- Errors are \`application/problem+json\` (RFC 9457); \`type\` names the problem, and \`errors\` the fields.
- The \`session\` cookie says who is calling. Create an account, sign in or start a guest session to get one.
- Writes are limited per session and per address: a response of 429 names the seconds to wait in \`Retry-After\`.
- Unknown fields and parameters are refused.`

const TAGS: Record<RouteContract['service'], string> = {
  auth: 'Accounts, guests and sessions',
  products: 'The catalogue, pictures and stock',
  cart: 'The cart of a session',
  orders: 'Orders of buyers and sellers',
  payments: 'Payments through Stripe',
  notifications: 'Mail that was sent or is waiting',
}

const ACCESS: Record<RouteContract['who'], string> = {
  anyone: 'Anyone may call it.',
  session: 'For anyone with a session, guests too.',
  user: 'For signed-in users.',
  owner: 'For the owner.',
  seller: 'For sellers of something in it.',
  admin: 'For staff.',
}

const SESSION = { session: [] }

/** The OpenAPI 3.1 document of the API, generated from the route table. */
export function openApiDocument() {
  return {
    openapi: '3.1.0',
    info: { title: 'Shop API', version: '1.0.0', description: DESCRIPTION },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: pathsOf(ROUTES),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'session',
          description: 'Set by the responses that start a session.',
        },
      },
    },
  }
}

function pathsOf(routes: RouteContract[]): Record<string, Json> {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return paths
}

function operationOf(route: RouteContract): Json {
  const { service, who, summary, description, perHour } = route
  const limit = perHour === undefined ? undefined : `At most ${perHour} an hour from one session.`
  const parameters = parametersIn(route)
  const requestBody = bodyOf(route)
  return {
    operationId: operationIdOf(summary),
    tags: [service],
    summary,
    description: [description, ACCESS[who], limit].filter((text) => text !== undefined).join(' '),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody !== undefined && { requestBody }),
    responses: responsesOf(route),
    security: who === 'anyone' ? [{}, SESSION] : [SESSION],
    'x-access': who,
    ...(perHour !== undefined && { 'x-rate-limit': { perHour, per: 'session' } }),
  }
}

/** `placeOrder` for "Place an order". */
function operationIdOf(summary: string): string {
  const words = summary.toLowerCase().split(' ')
  const kept = words.filter((word) => !['a', 'an', 'the', 'for'].includes(word))
  return kept
    .map((word, at) => (at === 0 ? word : (word[0] ?? '').toUpperCase() + word.slice(1)))
    .join('')
}
