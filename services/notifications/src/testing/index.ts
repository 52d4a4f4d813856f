import { expect } from 'bun:test'
import type { PayloadOf } from '@shop/shared/contracts'
import { eventually, newId, readStack, startTestService } from '@shop/shared/testing'
import type { NotificationsConfig } from '../config.ts'
import type { MessageDocument } from '../message-document.ts'
import { createNotifications } from '../service.ts'

/** The service on the stack's servers, by default with the stack's mailbox, with helpers for its tests. */
export async function startTestNotifications(overrides: Partial<NotificationsConfig> = {}) {
  const { mail } = await readStack()
  const service = await startTestService('notifications', createNotifications, {
    SMTP_URL: mail.smtp,
    MAIL_FROM: 'Corner <orders@corner.example>',
    MAIL_RETRY_MS: 50,
    MAIL_LEASE_MS: 60_000,
    SWEEP_MS: 100,
    ...overrides,
  })
  const messages = service.db.collection<MessageDocument>('messages')

  /** A seller whom the service knows. */
  async function knownSeller(fields: Partial<PayloadOf<'user:updated'>> = {}) {
    const [id, email] = [newId(), newAddress()]
    const user = { id, name: 'Mara Lind', email, verified: true, version: 1, ...fields }
    await service.publish('user:updated', user)
    await eventually(async () => {
      const found = await service.db.collection('users').findOne({ _id: id as never })
      expect(found?.['version']).toBe(user.version)
    })
    return { ...user, email }
  }

  return {
    ...service,
    messages,
    knownSeller,
    /** Waits until a message has a state. */
    reached: (_id: string, state: MessageDocument['state']) =>
      eventually(async () => {
        const found = await messages.findOne({ _id })
        expect([_id, found?.state]).toEqual([_id, state])
        return found as MessageDocument
      }),
  }
}

export type TestNotifications = Awaited<ReturnType<typeof startTestNotifications>>

/** An address that no other test has. */
export const newAddress = () => `${newId()}@example.com`

/** An event about a complete order of these sellers. */
export function completedOrder(
  sellerIds: string[],
  fields: Partial<PayloadOf<'order:completed'>> = {},
): PayloadOf<'order:completed'> {
  return {
    id: newId(),
    userId: newId(),
    email: newAddress(),
    items: sellerIds.map((sellerId) => ({
      productId: newId(),
      title: 'Teapot',
      price: 42,
      quantity: 1,
      sellerId,
    })),
    shipping: 0,
    total: 42 * sellerIds.length,
    completedAt: new Date().toISOString(),
    version: 2,
    ...fields,
  }
}
