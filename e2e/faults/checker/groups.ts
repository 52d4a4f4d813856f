import type { Subject } from '@shop/shared/contracts'
import type { Channel, Facts } from './facts.ts'
import { judge, type Finding } from './finding.ts'

/** The services that consume each subject. */
export const CONSUMERS: Record<Subject, string[]> = {
  'product:created': ['cart', 'orders'],
  'product:updated': ['cart', 'orders'],
  'order:created': ['payments'],
  'order:cancelled': ['payments'],
  'payment:authorized': ['products', 'orders'],
  'payment:created': ['products', 'cart', 'orders'],
  'payment:cancelled': ['products', 'orders'],
  'payment:refunded': ['products', 'orders'],
  'inventory:reserved': ['payments', 'orders'],
  'inventory:rejected': ['payments'],
  'user:updated': ['products'],
  'session:revoked': [],
}

/** Every consumer has got and acknowledged all that its channels hold. */
export function groupFindings({ channels }: Pick<Facts, 'channels'>): Finding[] {
  const bySubject = new Map(channels.map((channel) => [channel.subject, channel]))
  const pairs = Object.entries(CONSUMERS).flatMap(([subject, groups]) =>
    groups.map((group) => ({ subject, group })),
  )
  return [
    judge('queue groups have handled all', pairs, ({ subject, group }) => {
      const backlog = backlogOf(bySubject.get(subject), group)
      return backlog === null ? null : `${group} ${subject}: ${backlog}`
    }),
  ]
}

function backlogOf(channel: Channel | undefined, group: string): string | null {
  const members = channel?.members.filter((member) => member.group === group) ?? []
  if (channel === undefined || members.length === 0) return 'nobody listens'
  const pending = members.reduce((sum, member) => sum + member.pending, 0)
  if (pending > 0) return `${pending} are not acknowledged`
  const unsent = channel.lastSeq - Math.max(...members.map(({ lastSent }) => lastSent))
  if (unsent > 0) return `${unsent} were not delivered`
  return members.some(({ isStalled }) => isStalled) ? 'is stalled' : null
}
