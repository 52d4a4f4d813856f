import { expect } from 'bun:test'
import { API_PATHS, EXAMPLE_IDS, type ServiceName } from '@shop/shared/contracts'
import { eventually, newUser } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { signUp, Visitor } from '../fixtures/visitor.ts'
import { withDatabases } from '../tools/stack-databases.ts'

type Names = Record<string, string>

/** A member of staff; creates what the examples of their routes speak of, and adds its names. */
export async function staffFor(path: string, names: Names): Promise<Visitor> {
  const staff = await Visitor.of(newUser('admin'))
  if (path.includes('{userId}')) names[EXAMPLE_IDS.user] = (await signUp()).sub
  if (path.includes('{letterId}')) names[EXAMPLE_IDS.letter] = await newLetter(path)
  return staff
}

/** Waits for the receipt of a paid order. */
export async function receiptOf(staff: Visitor, orderId: string): Promise<void> {
  await eventually(async () => {
    const { body } = await staff.get(`/api/notifications/messages?q=${orderId}&state=Sent`)
    expect(body.items.length).toBeGreaterThan(0)
  })
}

async function newLetter(path: string): Promise<string> {
  const at = Object.entries(API_PATHS).find(([, start]) => path.startsWith(`${start}/`))
  const service = at?.[0] as ServiceName
  const letter = { subject: 'none', data: '{}', error: 'not handled', at: new Date() }
  return withDatabases([service], async (databases) => {
    const _id = new Types.ObjectId()
    await databases[service].collection('deadletters').insertOne({ _id, ...letter })
    return _id.toString()
  })
}
