import { afterAll, beforeAll, expect, test } from 'bun:test'
import { eventually, newId, newUser, type TestService } from '@shop/shared/testing'
import { Types } from 'mongoose'
import { sellNew, startProducts } from '../testing/index.ts'

let service: TestService
beforeAll(async () => (service = await startProducts()))
afterAll(() => service.stop())

const seller = newUser()

/** A moderation whose process died after it was stored. */
async function left(productId: string, act: 'hide' | 'unhide') {
  const _id = new Types.ObjectId()
  const words = { userId: seller.sub, title: 'Mug', reason: 'Counterfeit', by: newId() }
  const at = new Date(Date.now() - 60_000)
  const record = { _id, productId, act, ...words, at, state: 'Pending' }
  await service.db.collection('moderations').insertOne(record)
  return _id
}

test('a moderation that a crash left is applied by the sweeper', async () => {
  const id = await sellNew(service, 5, seller)
  const _id = await left(id, 'hide')
  await eventually(async () =>
    expect((await service.call('GET', `/api/products/${id}`)).status).toBe(404),
  )
  await eventually(async () => {
    const found = await service.db.collection('moderations').findOne({ _id })
    expect(found?.['state']).toBe('Done')
  })
})

test('one that was applied already is not applied over a later one', async () => {
  const id = await sellNew(service, 5, seller)
  const _id = await left(id, 'hide')
  const moderations = service.db.collection('moderations')
  const isDone = () =>
    eventually(async () => expect((await moderations.findOne({ _id }))?.['state']).toBe('Done'))
  await isDone()
  const staff = { as: newUser('admin'), json: { reason: 'Genuine' } }
  expect((await service.call('POST', `/api/products/${id}/unhide`, staff)).status).toBe(200)
  await moderations.updateOne({ _id }, { $set: { state: 'Pending' } })
  await isDone()
  expect((await service.call('GET', `/api/products/${id}`)).status).toBe(200)
})
