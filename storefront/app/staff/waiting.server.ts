import type { Api } from '../api/client.server.ts'
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
  const [services, failed] = await Promise.all([listDeadLetters(api), failedMessages(api)])
  const unreachable = services
    .filter(({ letters }) => letters === null)
    .map(({ service }) => serviceName(service))
  return { waiting: [...deadLetters(services), ...failed], unreachable }
}

function deadLetters(services: Awaited<ReturnType<typeof listDeadLetters>>): Waiting[] {
  const some = services.filter(({ letters }) => (letters ?? []).length > 0)
  const total = some.reduce((sum, { letters }) => sum + (letters ?? []).length, 0)
  if (total === 0) return []
  const detail = `In ${some.map(({ service }) => serviceName(service)).join(', ')}`
  const title = count(total, 'dead letter')
  return [{ icon: 'inbox', title, detail, to: '/staff/dead-letters', button: 'Review' }]
}

async function failedMessages(api: Api): Promise<Waiting[]> {
  const page = await listMessages(api, { state: 'Failed' }, null).catch(() => null)
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
