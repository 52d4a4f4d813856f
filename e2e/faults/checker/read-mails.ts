import { readStack } from '@shop/shared/testing'
import type { Database } from '../../tools/stack-databases.ts'
import type { Account, Mail, Message } from './mail-facts.ts'
import { rows } from './rows.ts'

const PAGE = 500

interface StoredMessage extends Pick<Message, 'to' | 'state' | 'tries' | 'queuedAt'> {
  data: { orderId?: string; id?: string; happenedAt?: string; completedAt?: string }
}

/** Reads all messages; those about an order know its id. */
export async function readMessages(notifications: Database): Promise<Message[]> {
  const fields = ['to', 'state', 'tries', 'queuedAt', 'data'] as const
  const found = await rows<StoredMessage>(notifications, 'messages', fields)
  return found.map(({ data, ...message }) => {
    const { orderId = data.id, happenedAt = data.completedAt } = data
    return {
      ...message,
      ...(orderId !== undefined && { orderId }),
      ...(happenedAt !== undefined && { happenedAt: new Date(happenedAt) }),
    }
  })
}

/** Reads what users' documents say of mails. */
export function readAccounts(auth: Database): Promise<Account[]> {
  return rows<Account>(auth, 'users', [
    'email',
    'verified',
    'links',
    'passwordChange',
    'isBlocked',
    'acts',
  ])
}

/** A mail as the mailbox returns it; one that was cut off lacks headers. */
interface Caught {
  id: string
  time: string
  to: { address: string }[]
  headers: { 'message-id'?: string }
}

/** Reads the mailbox: at first all mails, later those that came since. */
export function createMailReader() {
  const known = new Map<string, Mail>()
  let knownTo = 0

  async function readNew(url: string): Promise<void> {
    for (;;) {
      const page = await get<Caught[]>(`${url}/api/email?skip=${known.size}&limit=${PAGE}`)
      for (const mail of page) known.set(mail.id, toMail(mail))
      if (page.length < PAGE) return
    }
  }

  return async (): Promise<Mail[]> => {
    const { url, pid } = (await readStack()).mail
    // One that was restarted may list its mails in another order.
    if (pid !== knownTo) known.clear()
    knownTo = pid
    await readNew(url)
    return [...known.values()]
  }
}

function toMail({ time, to, headers }: Caught): Mail {
  const [, messageId = ''] = /^<(.*)@/.exec(headers['message-id'] ?? '') ?? []
  return { messageId, to: to[0]?.address ?? '', date: new Date(time) }
}

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the mailbox returned ${response.status}`)
  return (await response.json()) as T
}
