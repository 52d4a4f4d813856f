import type { Subject } from '@shop/shared/contracts'
import type { Channel, Facts } from './facts.ts'
import { compareEach, type Finding } from './finding.ts'

/** The services that consume each subject. */
export const CONSUMERS: Record<Subject, string[]> = {
  'product:created': ['cart', 'orders'],
  'product:updated': ['cart', 'orders'],
  'product:moderated': ['notifications'],
  'order:created': ['payments'],
  'order:completed': ['notifications'],
  'order:cancelled': ['payments', 'notifications'],
  'parcel:sent': ['notifications'],
  'parcel:cancelled': ['notifications'],
  'return:changed': ['notifications'],
  'refund:asked': ['payments'],
  'refund:ended': ['orders', 'products'],
  'refund:told': ['notifications'],
  'payment:authorized': ['products', 'orders'],
  'payment:created': ['products', 'cart', 'orders'],
  'payment:cancelled': ['products', 'orders'],
  'payment:refunded': ['products', 'orders'],
  'inventory:reserved': ['payments', 'orders'],
  'inventory:rejected': ['payments'],
  'user:updated': ['products', 'notifications'],
  'mail:asked': ['notifications'],
  'session:revoked': [],
}

/** Checks that every queue group has received and acknowledged all messages. */
export function checkConsumers({ channels }: Pick<Facts, 'channels'>): Finding[] {
  const bySubject = new Map(channels.map((channel) => [channel.subject, channel]))
  const pairs = Object.entries(CONSUMERS).flatMap(([subject, groups]) =>
    groups.map((group) => ({ subject, group })),
  )
  return [
    compareEach('consumers have caught up', pairs, ({ subject, group }) => {
      const backlog = backlogOf(bySubject.get(subject), group)
      return backlog === null ? null : `${group} ${subject}: ${backlog}`
    }),
  ]
}

function backlogOf(channel: Channel | undefined, group: string): string | null {
  const members = channel?.members.filter((member) => member.group === group) ?? []
  if (channel === undefined || members.length === 0) return 'no subscribers'
  const pending = members.reduce((sum, member) => sum + member.pending, 0)
  if (pending > 0) return `${pending} unacknowledged`
  const unsent = channel.lastSeq - Math.max(...members.map(({ lastSent }) => lastSent))
  if (unsent > 0) return `${unsent} undelivered`
  return members.some(({ isStalled }) => isStalled) ? 'is stalled' : null
}
