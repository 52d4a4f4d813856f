import { EXAMPLE_IDS } from '../example-ids.ts'
import { WRITE_PROBLEMS, listOf, routesOf, withBody } from '../route.ts'
import { MessageResponse, MessagesQuery } from './schemas.ts'

const route = routesOf('notifications')

const EXAMPLE = {
  id: `receipt:${EXAMPLE_IDS.order}`,
  kind: 'receipt',
  to: 'ann@example.com',
  state: 'Sent' as const,
  tries: 1,
  queuedAt: '2026-11-23T14:42:00.000Z',
  endedAt: '2026-11-23T14:42:01.000Z',
  isRepeatable: true,
}

const COPY = {
  id: `${EXAMPLE.id}#1`,
  kind: EXAMPLE.kind,
  to: EXAMPLE.to,
  state: 'Queued' as const,
  tries: 0,
  queuedAt: '2026-11-23T15:00:00.000Z',
  isRepeatable: true,
}

export const NOTIFICATIONS_ROUTES = [
  route('GET', '/api/notifications/messages', 'admin', 'List messages', {
    description:
      'Mails that wait, were sent, failed or were dropped, newest first. `q` is a recipient’s email address or the id of an order.',
    query: MessagesQuery,
    example: { query: { state: 'Sent', limit: '10' } },
    responses: {
      200: withBody(listOf(MessageResponse), { items: [EXAMPLE], nextCursor: null }),
    },
    problems: ['validation', 'unauthenticated', 'forbidden'],
  }),
  route('POST', '/api/notifications/messages/:key/send-again', 'admin', 'Send a message again', {
    description:
      'Queues a copy with a key of its own and returns it. While a copy waits, that one is returned. A message whose links expire, and one that was never to be sent, cannot be repeated.',
    responses: { 201: withBody(MessageResponse, COPY) },
    problems: [...WRITE_PROBLEMS, 'unauthenticated', 'not-found', 'not-repeatable'],
  }),
]
