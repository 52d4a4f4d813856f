import type { Api } from '../api/client.server.ts'
import { listCases } from '../api/moderation.server.ts'
import { listAllOrders } from '../api/staff-orders.server.ts'
import { listDeadLetters, listMessages } from '../api/staff.server.ts'
import { count } from '../lib/words.ts'
import type { IconName } from '../ui/icon.tsx'
import { messageTitle, serviceName } from './words.ts'

/** Something that staff should look into. */
export interface Waiting {
  icon: IconName
  title: string
  detail: string
  to: string
  button: string
}

/** What waits for staff, most urgent first, and which services could not be asked. */
export async function waitingForStaff(api: Api) {
  const [services, orders, cases, messages] = await Promise.all([
    listDeadLetters(api),
    listAllOrders(api, { status: 'failed' }, null).catch(() => null),
    listCases(api, 'open', null).catch(() => null),
    listMessages(api, { state: 'Failed' }, null).catch(() => null),
  ])
  const unreachable = services
    .filter(({ letters }) => letters === null)
    .map(({ service }) => serviceName(service))
  const waiting = [
    ...ofLetters(services),
    ...ofOrders(orders?.counts),
    ...ofCases(cases?.counts),
    ...ofMessages(messages),
  ]
  return { waiting, unreachable }
}

function ofLetters(services: Awaited<ReturnType<typeof listDeadLetters>>): Waiting[] {
  const some = services.filter(({ letters }) => (letters ?? []).length > 0)
  const total = some.reduce((sum, { letters }) => sum + (letters ?? []).length, 0)
  if (total === 0) return []
  const detail = `In ${some.map(({ service }) => serviceName(service)).join(', ')}`
  const title = count(total, 'dead letter')
  return [{ icon: 'warning', title, detail, to: '/staff/dead-letters', button: 'Review' }]
}

type OrderCounts = Awaited<ReturnType<typeof listAllOrders>>['counts']

function ofOrders(counts: OrderCounts | undefined): Waiting[] {
  if (counts === undefined) return []
  const { failed, unanswered, reversed } = counts
  const all: [number, title: string, detail: string, status: string][] = [
    [failed, `${count(failed, 'order')} with a failed refund`, 'Try it again.', 'failed'],
    [reversed, `${count(reversed, 'refund')} came back`, 'The bank sent it back.', 'reversed'],
    [
      unanswered,
      `${count(unanswered, 'return')} without an answer`,
      'The seller was silent for 7 days, so they count as accepted.',
      'unanswered',
    ],
  ]
  return all
    .filter(([number]) => number > 0)
    .map(([, title, detail, status]) => {
      return {
        icon: 'box',
        title,
        detail,
        to: `/staff/orders?status=${status}`,
        button: 'See orders',
      }
    })
}

type CaseCounts = Awaited<ReturnType<typeof listCases>>['counts']

function ofCases(counts: CaseCounts | undefined): Waiting[] {
  if (counts === undefined) return []
  const { open, appeals } = counts
  const all: [number, title: string, detail: string, status: string][] = [
    [open, `${count(open, 'product')} reported`, 'Hide it, or dismiss the reports.', 'open'],
    [appeals, count(appeals, 'appeal'), 'A seller wants a product shown again.', 'appeals'],
  ]
  return all
    .filter(([number]) => number > 0)
    .map(([, title, detail, status]) => {
      return {
        icon: 'flag',
        title,
        detail,
        to: `/staff/reports?status=${status}`,
        button: 'Review',
      }
    })
}

function ofMessages(page: Awaited<ReturnType<typeof listMessages>> | null): Waiting[] {
  const [newest] = page?.items ?? []
  if (page === null || newest === undefined) return []
  const more = page.nextCursor === null ? '' : ' or more'
  return [
    {
      icon: 'mail',
      title: `${count(page.items.length, 'message')}${more} failed`,
      detail: `Newest: ${messageTitle(newest)} to ${newest.to ?? 'nobody'}`,
      to: '/staff/messages?state=Failed',
      button: 'See messages',
    },
  ]
}
