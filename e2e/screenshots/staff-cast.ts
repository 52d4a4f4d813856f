import { newId, newUser } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { Visitor } from '../fixtures/visitor.ts'
import { withDatabases } from '../tools/stack-databases.ts'
import { PLAIN, idOf, member, must } from './shoppers.ts'

/** Staff to whom everything waits: a report, an appeal, a blocked person, a dead letter and a failed message. */
export async function staffOver(
  seller: Visitor,
  buyer: Visitor,
  reported: string,
): Promise<Visitor> {
  const staff = await Visitor.of(newUser('admin'))
  const copy = await must(seller.post('/api/products', { ...PLAIN, title: 'Birdhouse, imitation' }))
  const reason = 'A copy of another’s design.'
  await must(staff.post(`/api/products/${copy.body.id}/hide`, { reason }))
  const note = 'I drew it myself, two years before the other one was sold. I can send the sketches.'
  await must(seller.post(`/api/products/${copy.body.id}/appeal`, { note }))
  await must(seller.post('/api/products', { ...PLAIN, title: 'Birdhouse, painted', draft: true }))
  const report = { reason: 'misleading', note: 'The picture shows a lid, the one I got has none.' }
  await must(buyer.post(`/api/products/${reported}/reports`, report))
  await block(staff, await member('Bargain Brands'))
  await leaveFailures()
  return staff
}

async function block(staff: Visitor, person: Visitor): Promise<void> {
  const reason = 'Sells copies, after two warnings.'
  await must(staff.post(`/api/users/${await idOf(person)}/block`, { reason }))
}

/** What takes the shop hours to give up on. */
async function leaveFailures(): Promise<void> {
  const at = new Date()
  const letter = {
    subject: 'product:updated',
    data: JSON.stringify({ id: newId(), title: 'Teapot, raspberry glaze', version: 3 }),
    error: 'MongoNetworkTimeoutError: connection 4 to 127.0.0.1:27017 timed out',
    at,
  }
  const message = {
    kind: 'verify',
    to: 'ana@exmaple.com',
    data: {},
    state: 'Failed',
    tries: 8,
    queuedAt: at,
    endedAt: at,
    correlationId: newId(),
    lastError: '550 5.1.2 domain not found',
  }
  await withDatabases(['cart', 'notifications'], async ({ cart, notifications }) => {
    await cart.collection('deadletters').insertOne({ _id: new Types.ObjectId(), ...letter })
    const messages = notifications.collection<typeof message & { _id: string }>('messages')
    await messages.insertOne({ _id: `verify:${newId()}`, ...message })
  })
}
